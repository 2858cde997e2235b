/** One way to get something that may not work on this machine. */
export interface Candidate<T> {
  readonly name: string;
  readonly load: () => Promise<T>;
}

/**
 * The first candidate that loads.
 * @param forced name of the only candidate to try
 * @throws Error in one sentence with the reason of every candidate, when none loads
 */
export async function loadFirst<T>(
  subject: string,
  candidates: readonly Candidate<T>[],
  forced?: string,
): Promise<T> {
  const tried =
    forced === undefined || forced === '' ? candidates : candidates.filter(({ name }) => name === forced);
  if (tried.length === 0) {
    const names = candidates.map(({ name }) => name).join(', ');
    throw new Error(`HOLDOUT_SHARP is ${JSON.stringify(forced)}; it may be one of ${names}`);
  }
  const reasons: string[] = [];
  for (const { name, load } of tried) {
    try {
      return await load();
    } catch (error) {
      reasons.push(`${name}: ${describeReason(error)}`);
    }
  }
  throw new Error(
    `no build of ${subject} loads on ${process.platform} ${process.arch} (${reasons.join('; ')})`,
  );
}

/** The first line alone: loaders add pages of advice for other ways of installing. */
function describeReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
    return 'not installed';
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}
