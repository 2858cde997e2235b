import { followPath } from '../model/follow-path.ts';
import { ForgeError } from '../model/forge.ts';
import type { WorkflowForge, WorkflowJob, WorkflowRun } from '../model/workflow-forge.ts';
import { readArray, readNumber, readText } from './github-answer.ts';
import { createGitHubClient, type GitHubAccess } from './github-request.ts';

const perPage = 100;

/**
 * The workflows of a repository on GitHub.
 * @param repository `owner/name`
 */
export function openGitHubWorkflows(repository: string, access: GitHubAccess): WorkflowForge {
  const client = createGitHubClient(access);
  const root = `/repos/${repository.split('/').map(encodeURIComponent).join('/')}`;
  const get = async (path: string) => (await client.send({ method: 'GET', path, isRepeatable: true })).body;
  return {
    readDefaultBranch: async () => readText(await get(root), 'default_branch'),
    readBranchHead: async (branch) =>
      readText(await get(`${root}/branches/${encodeURIComponent(branch)}`), 'commit', 'sha'),
    readTextFile: async (path, ref, maxBytes) => {
      const query = new URLSearchParams({ ref });
      try {
        const file = await get(`${root}/contents/${encodeURIComponent(path)}?${query.toString()}`);
        return readFile(file, path, maxBytes);
      } catch (error) {
        if (error instanceof ForgeError && error.reason === 'missing') return undefined;
        throw error;
      }
    },
    dispatchWorkflow: async (workflow, branch, inputs) => {
      const path = `${root}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`;
      const body = { ref: branch, inputs, return_run_details: true };
      const answer = await client.send({ method: 'POST', path, body, isRepeatable: false });
      const id = followPath(answer.body, ['workflow_run_id']);
      return typeof id === 'number' ? id : undefined;
    },
    listDispatchedRuns: async (workflow, branch) => {
      const query = new URLSearchParams({ branch, event: 'workflow_dispatch', per_page: String(perPage) });
      const path = `${root}/actions/workflows/${encodeURIComponent(workflow)}/runs?${query.toString()}`;
      return readArray(followPath(await get(path), ['workflow_runs'])).map(readRun);
    },
    readRun: async (id) => readRun(await get(`${root}/actions/runs/${id}`)),
    listJobs: async (runId) => {
      const path = `${root}/actions/runs/${runId}/jobs?per_page=${perPage}`;
      return readArray(followPath(await get(path), ['jobs'])).map(readJob);
    },
    cancelRun: async (id) => {
      try {
        await client.send({ method: 'POST', path: `${root}/actions/runs/${id}/cancel`, isRepeatable: true });
      } catch (error) {
        if (!(error instanceof ForgeError) || error.reason !== 'refused') throw error;
      }
    },
    repeatRun: async (id) => {
      // Twice would be refused, as a run that is under way.
      await client.send({ method: 'POST', path: `${root}/actions/runs/${id}/rerun`, isRepeatable: false });
    },
    addReaction: async (comment, reaction) => {
      const path = `${root}/issues/comments/${comment}/reactions`;
      // The same reaction again is the same one.
      await client.send({ method: 'POST', path, body: { content: reaction }, isRepeatable: true });
    },
  };
}

/** A file of more than 1 MB comes without its content. */
function readFile(file: unknown, path: string, maxBytes: number): string | undefined {
  if (readText(file, 'type') !== 'file') return undefined;
  if (readNumber(file, 'size') > maxBytes || readText(file, 'encoding') !== 'base64')
    throw new ForgeError('too-large', `${path} has ${readNumber(file, 'size')} bytes, more than are read`);
  return Buffer.from(readText(file, 'content'), 'base64').toString('utf8');
}

function readRun(run: unknown): WorkflowRun {
  const conclusion = readText(run, 'conclusion');
  return {
    id: readNumber(run, 'id'),
    attempt: readNumber(run, 'run_attempt'),
    event: readText(run, 'event'),
    path: readText(run, 'path').replace(/@.*$/u, ''),
    headBranch: readText(run, 'head_branch'),
    headSha: readText(run, 'head_sha'),
    headRepository: readText(run, 'head_repository', 'full_name'),
    title: readText(run, 'display_title'),
    status: readText(run, 'status'),
    ...(conclusion !== '' && { conclusion }),
  };
}

function readJob(job: unknown): WorkflowJob {
  const labels = readArray(followPath(job, ['labels']));
  return {
    status: readText(job, 'status'),
    labels: labels.filter((label) => typeof label === 'string'),
    isTaken: readText(job, 'runner_name') !== '',
    isSkipped: readText(job, 'conclusion') === 'skipped',
  };
}
