import { isMap, isScalar, parse, parseDocument } from 'yaml';

/** A workflow as far as the rules look at it. */
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Anything else than an object stands for many at once. */
type Permissions = Readonly<Record<string, string>> | string | null;

interface Job {
  /** Those of the workflow without them. */
  readonly permissions?: Permissions;
  readonly 'runs-on'?: unknown;
  readonly environment?: unknown;
  readonly steps: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u;
/** Ours has a tag that moves with its releases; docs/pull-requests.md tells how to pin it. */
const own = /^holdout\/holdout(?:\/comment|\/baseline)?@v0$/u;

/** What an example must not show anybody who copies it: rules of security, a sentence for each that is broken. */
export function lintWorkflow(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const lines = text.split('\n');
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const mistakes: string[] = [];

  if ('pull_request_target' in workflow.on)
    mistakes.push('pull_request_target gives strangers a token that writes');
  for (const permissions of [workflow.permissions, ...jobs.map((job) => job.permissions ?? {})])
    if (typeof permissions !== 'object' || permissions === null)
      mistakes.push('permissions are not told one by one');
  mistakes.push(...findUnexplained(text).map((name) => `nothing says what ${name} is for`));
  for (const { uses, run, with: inputs = {} } of steps) {
    if (run?.includes('${{') === true) mistakes.push('an expression stands in a script');
    if (uses === undefined) continue;
    if (!pinned.test(uses) && !own.test(uses)) mistakes.push(`${uses} is not pinned`);
    const line = lines.find((one) => one.includes(uses)) ?? '';
    if (pinned.test(uses) && !/ # v\d+\.\d+\.\d+$/u.test(line))
      mistakes.push(`${uses} does not tell its version`);
    if (uses.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false)
      mistakes.push('the token stays in the checkout');
  }
  const isOwnRunner = ({ 'runs-on': labels }: Job) => [labels].flat().includes('self-hosted');
  const mayWrite = ({ permissions = workflow.permissions }: Job) =>
    typeof permissions !== 'object' || Object.values(permissions ?? {}).includes('write');
  for (const job of jobs.filter(isOwnRunner)) {
    if (job.environment === undefined) mistakes.push('a runner of one’s own stands behind no environment');
    if (Object.keys(workflow.on).join() !== 'workflow_dispatch')
      mistakes.push('a runner of one’s own takes more than what is sent to it');
    if (mayWrite(job)) mistakes.push('a runner of one’s own has a token that writes');
  }
  // What a stranger's data led to comes to these as an artifact, or not at all.
  const telling = 'workflow_run' in workflow.on ? jobs : jobs.some(isOwnRunner) ? jobs.filter(mayWrite) : [];
  if (telling.flatMap((job) => job.steps).some(({ uses = '', run }) => run !== undefined || !own.test(uses)))
    mistakes.push('what may write does more than to comment');
  return mistakes;
}

/** Permissions, of the workflow or of a job, without a comment beside them that says what for. */
function findUnexplained(text: string): string[] {
  const document = parseDocument(text);
  const jobs = document.get('jobs');
  const stated = [
    document.get('permissions'),
    ...(isMap(jobs)
      ? jobs.items.map(({ value }) => (isMap(value) ? value.get('permissions') : undefined))
      : []),
  ];
  return stated
    .filter(isMap)
    .flatMap(({ items }) => items)
    .filter(({ value }) => !(isScalar(value) && /^ to \w/u.test(value.comment ?? '')))
    .map(({ key }) => String(key));
}
