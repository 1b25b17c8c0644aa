/**
 * What is made of something once and kept as long as that is there: most of all what a catalogue has whatever page asks for it.
 * @param make must answer the same for the same subject
 */
export function oncePer<Subject extends object, Made>(make: (subject: Subject) => Made): (subject: Subject) => Made {
  const known = new WeakMap<Subject, Made>()
  return (subject) => {
    const before = known.get(subject)
    if (before !== undefined) return before
    const made = make(subject)
    known.set(subject, made)
    return made
  }
}
