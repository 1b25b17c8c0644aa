type Child = Node | string | undefined

/**
 * Makes an element; text is always text, never HTML.
 * @param attributes `class`, `href` … ; false and undefined are left out, true is an empty attribute
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value))
  }
  node.append(...children.filter((child) => child !== undefined))
  return node
}

/** The element that the page must have. */
export function must<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): E {
  const found = root.querySelector<E>(selector)
  if (!found) throw new Error(`missing ${selector}`)
  return found
}

/** Loads a JSON file; a failed one is tried once more, because weak networks drop single requests. */
export async function loadJson<T>(address: string): Promise<T> {
  const load = async (): Promise<T> => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    return response.json()
  }
  return load().catch(load)
}
