import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuse } from './answers.ts';
import {
  findAnswerMistakes,
  findRequestMistakes,
  matchOperation,
  type ApiAnswer,
  type ApiRequest,
  type MatchedOperation,
} from './description.ts';
import { operations, type ListAnswer } from './operations.ts';
import { createState, type GitHubState, type Token } from './state.ts';

/** What goes wrong with a request, instead of or beside its answer. */
export type Fault =
  /** This is answered, and nothing is done. */
  | { readonly kind: 'answer'; readonly answer: ApiAnswer }
  /** The connection ends without an answer: before anything is done, or after. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  /** It is done, and the connection ends in the middle of the answer. */
  | { readonly kind: 'half' }
  /** Something happens just before, and the request is served as ever. */
  | { readonly kind: 'meanwhile'; readonly happen: (state: GitHubState) => void | Promise<void> };

/** A request that was served, for tests that count. */
export interface ServedRequest {
  /** Such as `issues/list-comments`; `blob` for a download from storage. */
  readonly operation: string;
  readonly status: number;
}

export interface GitHubServer {
  /** What GITHUB_API_URL is. */
  readonly url: string;
  readonly state: GitHubState;
  readonly served: readonly ServedRequest[];
  /** Requests and answers that GitHub's description does not know; a test ends with none. */
  readonly violations: readonly string[];
  /** The next `times` requests of the operation meet the fault; faults of one operation take turns in order. */
  readonly fail: (operation: string, fault: Fault, times?: number) => void;
  readonly close: () => Promise<void>;
}

/** Answers of GitHub when something is amiss. */
export const troubles = {
  serverError: refuse(502, 'Server Error'),
  secondaryLimit: (retryAfterSeconds: number): ApiAnswer => ({
    ...refuse(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    ),
    headers: { 'retry-after': String(retryAfterSeconds) },
  }),
  forbidden: refuse(403, 'Resource not accessible by integration'),
} as const;

const knownVersions = ['2022-11-28', '2026-03-10'];
const json = 'application/vnd.github+json';
const defaultPerPage = 30;

/** GitHub's REST API as far as holdout uses it, on this machine, with one repository. */
export async function startGitHub(repository = 'clinic/scans'): Promise<GitHubServer> {
  const state = createState(repository);
  const served: ServedRequest[] = [];
  const violations: string[] = [];
  const faults = new Map<string, Fault[]>();
  let origin = '';

  const answer = async (request: ApiRequest, message: IncomingMessage, respond: Respond): Promise<void> => {
    const token = readToken(message, state);
    const header = findHeaderMistake(message);
    const matched = matchOperation(request.method, request.path);
    if (header !== undefined) violations.push(header);
    if (!matched) violations.push(`${request.method} ${request.path} is no operation in use`);
    const mistakes = matched ? findRequestMistakes(matched, request) : [];
    violations.push(...mistakes.map((mistake) => `${matched?.id ?? ''}: ${mistake}`));
    const fault = matched && faults.get(matched.id)?.shift();
    if (fault?.kind === 'meanwhile') await fault.happen(state);
    if (fault?.kind === 'cut' && fault.when === 'before') return respond.cut();
    const early = refuseEarly(token, header, matched, mistakes, state);
    const given =
      fault?.kind === 'answer' ? fault.answer : (early ?? perform(matched, request, token, state, origin));
    const limit = describeLimit(state);
    const finished = { ...given, headers: { ...limit, ...given.headers } };
    if (matched) violations.push(...findAnswerMistakes(matched.id, finished));
    served.push({ operation: matched?.id ?? request.path, status: finished.status });
    if (fault?.kind === 'cut') return respond.cut();
    if (fault?.kind === 'half') return respond.half(finished);
    const tagged = withEtag(finished, request, message);
    // What has not changed costs nothing of the limit.
    if (tagged.status === 304) state.rateLimit.remaining++;
    respond.whole(tagged);
  };

  const server = createServer((message, response) => {
    const url = new URL(message.url ?? '/', 'http://server');
    const blob = /^\/blobs\/(\d+)$/u.exec(url.pathname);
    if (blob) {
      served.push({ operation: 'blob', status: serveBlob(Number(blob[1]), message, response, state) });
      return;
    }
    const { method = '' } = message;
    readJson(message)
      .then((body) =>
        answer({ method, path: url.pathname, query: url.searchParams, body }, message, respondWith(response)),
      )
      .catch((error: unknown) => {
        violations.push(String(error));
        respondWith(response).whole(refuse(400, 'Problems parsing JSON'));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    state,
    served,
    violations,
    fail: (operation, fault, times = 1) => {
      faults.set(operation, [...(faults.get(operation) ?? []), ...Array<Fault>(times).fill(fault)]);
    },
    close: () => close(server),
  };
}

interface Respond {
  readonly whole: (answer: ApiAnswer) => void;
  readonly half: (answer: ApiAnswer) => void;
  readonly cut: () => void;
}

function respondWith(response: ServerResponse): Respond {
  const cut = () => response.destroy();
  const start = ({ status, headers = {} }: ApiAnswer, text: string) =>
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(text === '' ? {} : { 'content-length': Buffer.byteLength(text) }),
      ...headers,
    });
  const write = ({ body }: ApiAnswer) => (body === undefined ? '' : JSON.stringify(body));
  return {
    whole: (answer) => start(answer, write(answer)).end(write(answer)),
    half: (answer) => {
      const text = write(answer);
      start(answer, text).write(text.slice(0, text.length / 2), () => cut());
    },
    cut,
  };
}

/** What is wrong before the operation is looked at: who asks, how, and how often. */
function refuseEarly(
  token: Token | undefined,
  header: string | undefined,
  matched: MatchedOperation | undefined,
  mistakes: readonly string[],
  state: GitHubState,
): ApiAnswer | undefined {
  const { rateLimit, repository } = state;
  if (Date.now() >= rateLimit.resetAtSeconds * 1000) {
    rateLimit.remaining = rateLimit.limit;
    rateLimit.resetAtSeconds += 3600;
  }
  if (header !== undefined) return refuse(header.startsWith('user-agent') ? 403 : 400, header);
  if (!token) return refuse(401, 'Bad credentials');
  if (rateLimit.remaining === 0) return refuse(403, `API rate limit exceeded for ${token.login}.`);
  rateLimit.remaining--;
  const { owner, repo } = matched?.path ?? {};
  if (!matched || `${owner ?? ''}/${repo ?? ''}` !== repository) return refuse(404, 'Not Found');
  if (!mayDo(token, matched.id)) return troubles.forbidden;
  if (mistakes.length > 0) return refuse(422, 'Validation Failed', { errors: mistakes });
  return undefined;
}

function mayDo({ permissions }: Token, id: string): boolean {
  const operation = operations[id];
  if (!operation) return false;
  const { scopes, level } = operation;
  return (
    scopes.length === 0 ||
    scopes.some((scope) => permissions[scope] === level || permissions[scope] === 'write')
  );
}

function perform(
  matched: MatchedOperation | undefined,
  request: ApiRequest,
  token: Token | undefined,
  state: GitHubState,
  origin: string,
): ApiAnswer {
  const operation = matched && operations[matched.id];
  if (!operation || !token) return refuse(404, 'Not Found');
  const given = operation.answer({ ...matched, request, token, state, origin });
  return 'items' in given ? cutPage(given, request, origin) : given;
}

/** A page of a list, with links to its neighbours where it has any. */
function cutPage(
  { items, wrap = (page) => page }: ListAnswer,
  { path, query }: ApiRequest,
  origin: string,
): ApiAnswer {
  const perPage = Math.min(Number(query.get('per_page') ?? defaultPerPage), 100);
  const page = Number(query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (to: number, rel: string) => {
    const target = new URLSearchParams(query);
    target.set('page', String(to));
    return `<${origin}${path}?${target.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: wrap(items.slice((page - 1) * perPage, page * perPage), items.length),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** A GET that carries the tag of what it already has is answered 304. */
function withEtag(answer: ApiAnswer, { method }: ApiRequest, { headers }: IncomingMessage): ApiAnswer {
  if (method !== 'GET' || answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(answer.body)).digest('hex')}"`;
  const tagged = { ...answer.headers, etag };
  return headers['if-none-match'] === etag
    ? { status: 304, headers: tagged }
    : { ...answer, headers: tagged };
}

function describeLimit({ rateLimit }: GitHubState): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rateLimit.limit),
    'x-ratelimit-remaining': String(rateLimit.remaining),
    'x-ratelimit-reset': String(rateLimit.resetAtSeconds),
  };
}

function readToken({ headers }: IncomingMessage, { tokens }: GitHubState): Token | undefined {
  const secret = /^(?:Bearer|token) (.+)$/u.exec(headers.authorization ?? '')?.[1];
  return secret === undefined ? undefined : tokens.get(secret);
}

/** Headers that GitHub asks for; without a user agent it answers 403. */
function findHeaderMistake({ headers }: IncomingMessage): string | undefined {
  if (headers['user-agent'] === undefined || ['', 'node', 'undici'].includes(headers['user-agent']))
    return 'user-agent does not tell who asks';
  if (headers.accept !== json) return `accept is ${headers.accept ?? 'missing'}, not ${json}`;
  const version = headers['x-github-api-version'];
  if (typeof version !== 'string' || !knownVersions.includes(version))
    return `x-github-api-version is ${String(version)}`;
  return undefined;
}

/** Storage behind the API: it knows signed addresses, and refuses a request that brings a token along. */
function serveBlob(
  id: number,
  { headers }: IncomingMessage,
  response: ServerResponse,
  { artifacts }: GitHubState,
): number {
  const bytes = artifacts.find((artifact) => artifact.id === id)?.bytes;
  const status = headers.authorization !== undefined ? 400 : bytes ? 200 : 404;
  response.writeHead(status, { 'content-type': 'application/zip' }).end(status === 200 ? bytes : undefined);
  return status;
}

async function readJson(message: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
