import { parse } from 'yaml';

/** A workflow as far as the rules look at it. */
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: unknown;
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
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const mistakes: string[] = [];

  if ('pull_request_target' in workflow.on)
    mistakes.push('pull_request_target gives strangers a token that writes');
  for (const permissions of [
    workflow.permissions,
    ...Object.values(workflow.jobs).map((job) => job.permissions ?? {}),
  ])
    if (typeof permissions !== 'object' || permissions === null)
      mistakes.push('permissions are not told one by one');
  for (const name of Object.keys(workflow.permissions ?? {})) {
    const line = lines.find((one) => one.startsWith(`  ${name}: `)) ?? '';
    if (!/: (?:read|write) # to \w/u.test(line)) mistakes.push(`nothing says what ${name} is for`);
  }
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
  for (const { 'runs-on': labels, environment } of Object.values(workflow.jobs)) {
    if (![labels].flat().includes('self-hosted')) continue;
    if (environment === undefined) mistakes.push('a runner of one’s own stands behind no environment');
    if (Object.keys(workflow.on).join() !== 'workflow_dispatch')
      mistakes.push('a runner of one’s own takes more than what is sent to it');
    if (Object.values(workflow.permissions ?? {}).includes('write'))
      mistakes.push('a runner of one’s own has a token that writes');
  }
  if (
    'workflow_run' in workflow.on &&
    steps.some(({ uses = '', run }) => run !== undefined || !own.test(uses))
  )
    mistakes.push('what may write does more than to comment');
  return mistakes;
}
