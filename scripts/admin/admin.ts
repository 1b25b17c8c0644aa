import CMS from '@sveltia/cms'

const ATTRIBUTES = ['src', 'alt', 'credit', 'licence', 'caption'] as const
type Photo = Partial<Record<(typeof ATTRIBUTES)[number], string>>

/** A photograph in the text, as a form. It is written exactly as the handbook says, and nothing else is touched. */
CMS.registerEditorComponent({
  id: 'photo',
  label: '照片',
  icon: 'photo_camera',
  fields: [
    { name: 'src', label: '照片', widget: 'image', hint: '认得出脸的人，要先拿到书面同意' },
    {
      name: 'alt',
      label: '画面里有什么',
      widget: 'string',
      minlength: 8,
      maxlength: 60,
      hint: '说给看不见的人听：谁、在哪里、做什么',
    },
    { name: 'credit', label: '谁拍的', widget: 'string' },
    { name: 'licence', label: '凭什么能用', widget: 'string', hint: '例如 授权本站使用' },
    { name: 'caption', label: '图下说明', widget: 'string', required: false },
  ],
  pattern: /^<Photo\s+([^<>]*?)\s*\/>$/m,
  fromBlock: (match: RegExpMatchArray): Photo =>
    Object.fromEntries([...(match[1] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  toBlock: (photo: Photo): string => {
    const attributes = ATTRIBUTES.filter((name) => photo[name]).map((name) => {
      const value = String(photo[name])
        .replace(/"/g, '”')
        .replace(/\s+/g, ' ')
        .replace(/[<>{}]/g, '')
      // A picture not saved yet has a temporary address, which the editor replaces by ./name itself.
      const bare = name === 'src' && /^[\w-]+\.\w+$/.test(value)
      return `${name}="${bare ? './' : ''}${value}"`
    })
    return `<Photo ${attributes.join(' ')} />`
  },
  toPreview: (photo: Photo): string => `[照片：${String(photo.alt ?? '').replace(/[<>&]/g, '')}]`,
})

/** The configuration lies beside the page, so that it can be read and a host be set without building again. */
const config = await (await fetch('./config.json')).json()
CMS.init({ config })
