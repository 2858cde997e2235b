import {
  invalid,
  refuse,
  showBranch,
  showFile,
  showJob,
  showReaction,
  showRepository,
  showRun,
} from './answers.ts';
import type { Operation } from './operations.ts';
import { endRun } from './stand-in-runner.ts';
import type { GitHubState, StoredRun } from './state.ts';

/** What operations on workflows and their runs do to the state. */
export const workflowOperations: Readonly<Record<string, Operation>> = {
  'repos/get': {
    scopes: [],
    level: 'read',
    answer: ({ state }) => ({ status: 200, body: showRepository(state) }),
  },
  'repos/get-branch': {
    scopes: ['contents'],
    level: 'read',
    answer: ({ path, state }) =>
      path['branch'] === state.defaultBranch
        ? { status: 200, body: showBranch(state) }
        : refuse(404, 'Branch not found'),
  },
  'repos/get-content': {
    scopes: ['contents'],
    level: 'read',
    answer: ({ path: { path = '' }, request: { query }, state }) => {
      const ref = query.get('ref') ?? state.defaultBranch;
      const text = [state.defaultBranch, state.baseSha].includes(ref) ? state.files.get(path) : undefined;
      return text === undefined ? refuse(404, 'Not Found') : { status: 200, body: showFile(path, text) };
    },
  },
  'actions/create-workflow-dispatch': {
    scopes: ['actions'],
    level: 'write',
    answer: ({ path, request, state }) => {
      const file = path['workflow_id'] ?? '';
      const workflow = state.workflows.get(file);
      if (!workflow) return refuse(404, 'Not Found');
      const { ref, inputs = {}, return_run_details: isDetailed = false } = readDispatch(request.body);
      if (ref !== state.defaultBranch) return invalid(`No ref found for: ${ref}`);
      const unexpected = Object.keys(inputs).filter((name) => !workflow.inputs.includes(name));
      if (unexpected.length > 0) return invalid(`Unexpected inputs provided: ${unexpected.join()}`);
      const missing = workflow.inputs.find((name) => inputs[name] === undefined);
      if (missing !== undefined) return invalid(`Required input '${missing}' not provided`);
      const run: StoredRun = {
        id: state.nextId++,
        attempt: 1,
        path: `.github/workflows/${file}`,
        event: 'workflow_dispatch',
        headBranch: ref,
        headSha: state.baseSha,
        title: workflow.runName.replaceAll(
          /\$\{\{ inputs\.(\w+) \}\}/gu,
          (_, name: string) => inputs[name] ?? '',
        ),
        inputs,
        status: 'queued',
        conclusion: null,
        jobs: [
          { id: state.nextId++, labels: workflow.labels, status: 'queued', conclusion: null, runner: null },
        ],
      };
      state.runs.push(run);
      if (!isDetailed || !state.tellsRuns) return { status: 204 };
      const url = `https://api.github.com/repos/${state.repository}/actions/runs/${run.id}`;
      return { status: 200, body: { workflow_run_id: run.id, run_url: url, html_url: url } };
    },
  },
  'actions/list-workflow-runs': {
    scopes: ['actions'],
    level: 'read',
    answer: ({ path, request: { query }, state }) => ({
      items: state.runs
        .filter((run) => run.path.endsWith(`/${path['workflow_id'] ?? ''}`) && matches(run, query))
        .reverse()
        .map((run) => showRun(run, state)),
      wrap: (runs, total) => ({ total_count: total, workflow_runs: runs }),
    }),
  },
  'actions/get-workflow-run': {
    scopes: ['actions'],
    level: 'read',
    answer: ({ path, state }) => {
      const run = findRun(path, state);
      return run ? { status: 200, body: showRun(run, state) } : refuse(404, 'Not Found');
    },
  },
  'actions/cancel-workflow-run': {
    scopes: ['actions'],
    level: 'write',
    answer: ({ path, state }) => {
      const run = findRun(path, state);
      if (!run) return refuse(404, 'Not Found');
      if (run.status === 'completed') return refuse(409, 'Cannot cancel a workflow run that is completed.');
      endRun(run, 'cancelled');
      return { status: 202, body: {} };
    },
  },
  'actions/re-run-workflow': {
    scopes: ['actions'],
    level: 'write',
    answer: ({ path, state }) => {
      const run = findRun(path, state);
      if (!run) return refuse(404, 'Not Found');
      if (run.status !== 'completed') return refuse(403, 'This workflow is already running');
      Object.assign(run, { status: 'queued', conclusion: null, attempt: run.attempt + 1 });
      return { status: 201, body: {} };
    },
  },
  'actions/list-jobs-for-workflow-run': {
    scopes: ['actions'],
    level: 'read',
    answer: ({ path, state }) => {
      const run = findRun(path, state);
      if (!run) return refuse(404, 'Not Found');
      return {
        items: run.jobs.map((job) => showJob(job, run)),
        wrap: (jobs, total) => ({ total_count: total, jobs }),
      };
    },
  },
  'reactions/create-for-issue-comment': {
    scopes: ['pull-requests', 'issues'],
    level: 'write',
    answer: ({ path, request, state }) => {
      const comment = state.comments.find(({ id }) => id === Number(path['comment_id']));
      if (!comment) return refuse(404, 'Not Found');
      const { content } = request.body as { content: string };
      state.reactions.push({ comment: comment.id, content });
      return { status: 201, body: showReaction(content) };
    },
  },
};

function matches(run: StoredRun, query: URLSearchParams): boolean {
  const wanted = { branch: run.headBranch, event: run.event, status: run.status, head_sha: run.headSha };
  return Object.entries(wanted).every(([name, value]) => (query.get(name) ?? value) === value);
}

function findRun(path: Readonly<Record<string, string>>, { runs }: GitHubState): StoredRun | undefined {
  return runs.find(({ id }) => id === Number(path['run_id']));
}

/** The description has vouched for its shape. */
function readDispatch(body: unknown) {
  return body as { ref: string; inputs?: Readonly<Record<string, string>>; return_run_details?: boolean };
}
