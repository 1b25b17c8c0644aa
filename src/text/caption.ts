/** Stands between the parts of a caption: 贵州 · 遵义. A line may end behind it, and never begins with it. */
export const DOT = '\u00a0· '

/** The parts of a caption that there are. */
export const dotted = (...parts: ReadonlyArray<string | undefined>): string => parts.filter(Boolean).join(DOT)
