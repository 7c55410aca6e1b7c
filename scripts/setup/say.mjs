/** What a person reads while the app gets ready: on stderr, so that a program's own output stays clean. */
export const say = (sentence) => void process.stderr.write(`${sentence}\n`)

/** Something the person can mend: shown as a sentence, without a stack. */
export class SetupProblem extends Error {}
