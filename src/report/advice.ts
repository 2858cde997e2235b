export interface AdvicePart {
  readonly text: string;
  readonly isCommand: boolean;
}

/** What to do, in parts: commands stand between backticks in every advice. */
export function splitAdvice(advice: string): AdvicePart[] {
  return advice
    .split(/`([^`]+)`/u)
    .map((text, place) => ({ text, isCommand: place % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
