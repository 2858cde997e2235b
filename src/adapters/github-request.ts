import { ForgeError, type ForgeFailure } from '../model/forge.ts';
import { shortenMiddle } from '../model/shorten-text.ts';

/** What a client of GitHub's API needs to be told. */
export interface GitHubAccess {
  /** Such as `https://api.github.com`, without a `/` at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** Version of holdout, for the user agent. */
  readonly version: string;
  /** Ends after that many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface GitHubRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the API's root, with the query; or an address below it. */
  readonly path: string;
  readonly body?: unknown;
  /**
   * Whether the request may be sent again where nobody knows what became of it. Where not, it is not sent again
   * after any pause either, since what it rests on may have changed.
   */
  readonly isRepeatable: boolean;
}

export interface GitHubAnswer {
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
  readonly headers: Headers;
}

/*
 * Patience, all of it. Every request is sent at most three times. An answer of 500 or more and a lost connection
 * are followed by a pause of one and then of three seconds; a limit by the pause that GitHub asks for, or by a
 * minute where it asks for none, as its documentation has it. All pauses together last two minutes at most:
 * a job that waits costs money, and the audit's result is safe already.
 */
const maxAttempts = 3;
const pausesMs = [1000, 3000];
const defaultLimitPauseMs = 60_000;
const maxPausesMs = 120_000;
const requestTimeoutMs = 20_000;

/** A page of a hundred comments, each of the longest, with room for what stands around them. */
const maxAnswerBytes = 64 << 20;
const apiVersion = '2022-11-28';

export interface GitHubClient {
  /** @throws ForgeError */
  readonly send: (request: GitHubRequest) => Promise<GitHubAnswer>;
  /**
   * Follows the redirect of a download to storage, without the token.
   * @throws ForgeError `too-large` once more than `maxBytes` have come
   */
  readonly download: (path: string, maxBytes: number) => Promise<Uint8Array>;
}

/** A client of GitHub's REST API on the platform's `fetch`. Its pauses are counted over all its requests. */
export function createGitHubClient(access: GitHubAccess): GitHubClient {
  let pausedMs = 0;

  const pause = async (ms: number, trouble: Trouble): Promise<void> => {
    if (pausedMs + ms > maxPausesMs) throw trouble.error;
    pausedMs += ms;
    await access.wait(ms);
  };

  const attempt = async <T>(isRepeatable: boolean, act: () => Promise<T | Trouble>): Promise<T> => {
    for (let attempts = 1; ; attempts++) {
      const outcome = await act();
      if (!(outcome instanceof Trouble)) return outcome;
      const { error, pauseMs } = outcome;
      if (pauseMs === undefined || attempts === maxAttempts) throw error;
      await pause(pauseMs === 'usual' ? (pausesMs[attempts - 1] ?? 0) : pauseMs, outcome);
      if (!isRepeatable) throw new ForgeError('interrupted', error.message, { cause: error });
    }
  };

  return {
    send: ({ method, path, body, isRepeatable }) =>
      attempt(isRepeatable, () =>
        fetchOrTrouble(
          locate(access, path),
          { method, headers: headersOf(access), ...withBody(body) },
          access,
          async (response) => {
            const text = new TextDecoder().decode(await readBounded(response, maxAnswerBytes));
            return {
              body: text === '' ? undefined : (JSON.parse(text) as unknown),
              headers: response.headers,
            };
          },
        ),
      ),
    download: (path, maxBytes) =>
      attempt(true, async () => {
        const init = { headers: headersOf(access), redirect: 'manual' } as const;
        const location = await fetchOrTrouble(locate(access, path), init, access, (response) =>
          Promise.resolve(response.headers.get('location')),
        );
        if (location instanceof Trouble) return location;
        return fetchOrTrouble(readStorageAddress(location, access), {}, access, (response) =>
          readBounded(response, maxBytes),
        );
      }),
  };
}

/** Why an attempt failed, and how long to pause before the next; without a pause there is none. */
class Trouble {
  readonly error: ForgeError;
  readonly pauseMs: number | 'usual' | undefined;

  constructor(error: ForgeError, pauseMs?: number | 'usual') {
    this.error = error;
    this.pauseMs = pauseMs;
  }
}

async function fetchOrTrouble<T>(
  address: URL,
  init: RequestInit,
  access: GitHubAccess,
  read: (response: Response) => Promise<T>,
): Promise<T | Trouble> {
  const shown = `${init.method ?? 'GET'} ${address.pathname}`;
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(requestTimeoutMs) });
    const isRedirect = init.redirect === 'manual' && response.status >= 300 && response.status < 400;
    if (response.ok || isRedirect) return await read(response);
    return explain(shown, response, await readMessage(response), access);
  } catch (cause) {
    if (cause instanceof ForgeError) return new Trouble(cause);
    return new Trouble(
      new ForgeError('unreachable', `${shown}: the connection was lost`, { cause }),
      'usual',
    );
  }
}

function explain(
  shown: string,
  { status, headers }: Response,
  message: string,
  access: GitHubAccess,
): Trouble {
  const fail = (reason: ForgeFailure, pauseMs?: number | 'usual') =>
    new Trouble(new ForgeError(reason, `${shown}: ${status} ${message}`.trimEnd()), pauseMs);
  if (status >= 500) return fail('unreachable', 'usual');
  const limitPauseMs = readLimitPause(status, headers, message, access.now());
  if (limitPauseMs !== undefined) return fail('limited', limitPauseMs);
  if (status === 401) return fail('forbidden');
  if (status === 403) return fail(/\blocked\b/iu.test(message) ? 'locked' : 'forbidden');
  if (status === 404 || status === 410) return fail('missing');
  return fail('refused');
}

/**
 * Milliseconds to pause where the answer tells of a limit, by GitHub's "Rate limits for the REST API":
 * `retry-after`, else until `x-ratelimit-reset` where nothing remains, else a minute for a secondary limit.
 */
function readLimitPause(
  status: number,
  headers: Headers,
  message: string,
  nowMs: number,
): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const retryAfterSeconds = readSeconds(headers.get('retry-after'));
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  if (headers.get('x-ratelimit-remaining') === '0') {
    const resetSeconds = readSeconds(headers.get('x-ratelimit-reset'));
    return resetSeconds === undefined ? defaultLimitPauseMs : Math.max(0, resetSeconds * 1000 - nowMs) + 1000;
  }
  return status === 429 || /secondary rate limit/iu.test(message) ? defaultLimitPauseMs : undefined;
}

function readSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}

function headersOf({ token, version }: GitHubAccess): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': `holdout/${version}`,
    'x-github-api-version': apiVersion,
  };
}

function withBody(body: unknown): Pick<RequestInit, 'body'> {
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

/** The address of a path; that of a next page must lie at the API, since the token goes there. */
function locate({ apiUrl }: GitHubAccess, path: string): URL {
  const address = new URL(path.startsWith('/') ? apiUrl + path : path);
  if (address.origin !== new URL(apiUrl).origin)
    throw new ForgeError('refused', `a page of the answer lies at ${address.origin}, which is not the API`);
  return address;
}

function readStorageAddress(location: string | null, { apiUrl }: GitHubAccess): URL {
  const address = location !== null && URL.canParse(location) ? new URL(location) : undefined;
  if (address && [new URL(apiUrl).protocol, 'https:'].includes(address.protocol)) return address;
  throw new ForgeError('refused', 'the download has no address that can be used');
}

async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new ForgeError('too-large', `more than ${maxBytes} bytes came from ${new URL(response.url).pathname}`);
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** GitHub's own words for what is wrong; empty where there are none. */
async function readMessage(response: Response): Promise<string> {
  const text = new TextDecoder().decode(await readBounded(response, 1 << 20));
  try {
    const { message, errors } = JSON.parse(text) as { message?: unknown; errors?: unknown };
    const details = Array.isArray(errors) ? errors.map((error) => JSON.stringify(error)).join(', ') : '';
    return shortenMiddle(
      [typeof message === 'string' ? message : '', details].filter(Boolean).join(': '),
      300,
    );
  } catch {
    return '';
  }
}
