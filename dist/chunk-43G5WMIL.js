import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  ForgeError,
  auditNamePattern
} from "./chunk-YEYMD5FC.js";
import {
  followPath
} from "./chunk-EBBUZ6PO.js";
import {
  failOnLevels
} from "./chunk-NJ3O2SIO.js";
import {
  version
} from "./chunk-HLISDRAD.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";

// src/entry/open-forge.ts
import { setTimeout } from "node:timers/promises";

// src/adapters/github-answer.ts
function readText(value, ...path) {
  const found = followPath(value, path);
  return typeof found === "string" ? found : "";
}
function readNumber(value, ...path) {
  const found = followPath(value, path);
  if (typeof found === "number") return found;
  throw new ForgeError("refused", `GitHub's answer has no ${path.join(".")}`);
}
function readArray(value) {
  if (Array.isArray(value)) return value;
  throw new ForgeError("refused", "GitHub's answer is no list");
}

// src/adapters/github-request.ts
var maxAttempts = 3;
var pausesMs = [1e3, 3e3];
var defaultLimitPauseMs = 6e4;
var maxPausesMs = 12e4;
var requestTimeoutMs = 2e4;
var maxAnswerBytes = 64 << 20;
var apiVersion = "2022-11-28";
function createGitHubClient(access) {
  let pausedMs = 0;
  const pause = async (ms, trouble) => {
    if (pausedMs + ms > maxPausesMs) throw trouble.error;
    pausedMs += ms;
    await access.wait(ms);
  };
  const attempt = async (isRepeatable, act) => {
    for (let attempts = 1; ; attempts++) {
      const outcome = await act();
      if (!(outcome instanceof Trouble)) return outcome;
      const { error, pauseMs } = outcome;
      if (pauseMs === void 0 || attempts === maxAttempts) throw error;
      await pause(pauseMs === "usual" ? pausesMs[attempts - 1] ?? 0 : pauseMs, outcome);
      if (!isRepeatable) throw new ForgeError("interrupted", error.message, { cause: error });
    }
  };
  return {
    send: ({ method, path, body, isRepeatable }) => attempt(
      isRepeatable,
      () => fetchOrTrouble(
        locate(access, path),
        { method, headers: headersOf(access), ...withBody(body) },
        access,
        async (response) => {
          const text = new TextDecoder().decode(await readBounded(response, maxAnswerBytes));
          return {
            body: text === "" ? void 0 : JSON.parse(text),
            headers: response.headers
          };
        }
      )
    ),
    download: (path, maxBytes) => attempt(true, async () => {
      const init = { headers: headersOf(access), redirect: "manual" };
      const location = await fetchOrTrouble(
        locate(access, path),
        init,
        access,
        (response) => Promise.resolve(response.headers.get("location"))
      );
      if (location instanceof Trouble) return location;
      return fetchOrTrouble(
        readStorageAddress(location, access),
        {},
        access,
        (response) => readBounded(response, maxBytes)
      );
    })
  };
}
var Trouble = class {
  error;
  pauseMs;
  constructor(error, pauseMs) {
    this.error = error;
    this.pauseMs = pauseMs;
  }
};
async function fetchOrTrouble(address, init, access, read) {
  const shown = `${init.method ?? "GET"} ${address.pathname}`;
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(requestTimeoutMs) });
    const isRedirect = init.redirect === "manual" && response.status >= 300 && response.status < 400;
    if (response.ok || isRedirect) return await read(response);
    return explain(shown, response, await readMessage(response), access);
  } catch (cause) {
    if (cause instanceof ForgeError) return new Trouble(cause);
    return new Trouble(
      new ForgeError("unreachable", `${shown}: the connection was lost`, { cause }),
      "usual"
    );
  }
}
function explain(shown, { status, headers }, message, access) {
  const fail = (reason, pauseMs) => new Trouble(new ForgeError(reason, `${shown}: ${status} ${message}`.trimEnd()), pauseMs);
  if (status >= 500) return fail("unreachable", "usual");
  const limitPauseMs = readLimitPause(status, headers, message, access.now());
  if (limitPauseMs !== void 0) return fail("limited", limitPauseMs);
  if (status === 401) return fail("forbidden");
  if (status === 403) return fail(/\blocked\b/iu.test(message) ? "locked" : "forbidden");
  if (status === 404 || status === 410) return fail("missing");
  return fail("refused");
}
function readLimitPause(status, headers, message, nowMs) {
  if (status !== 403 && status !== 429) return void 0;
  const retryAfterSeconds = readSeconds(headers.get("retry-after"));
  if (retryAfterSeconds !== void 0) return retryAfterSeconds * 1e3;
  if (headers.get("x-ratelimit-remaining") === "0") {
    const resetSeconds = readSeconds(headers.get("x-ratelimit-reset"));
    return resetSeconds === void 0 ? defaultLimitPauseMs : Math.max(0, resetSeconds * 1e3 - nowMs) + 1e3;
  }
  return status === 429 || /secondary rate limit/iu.test(message) ? defaultLimitPauseMs : void 0;
}
function readSeconds(text) {
  return text !== null && /^\d{1,15}$/u.test(text) ? Number(text) : void 0;
}
function headersOf({ token, version: version2 }) {
  return {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${token}`,
    "user-agent": `holdout/${version2}`,
    "x-github-api-version": apiVersion
  };
}
function withBody(body) {
  return body === void 0 ? {} : { body: JSON.stringify(body) };
}
function locate({ apiUrl }, path) {
  const address = new URL(path.startsWith("/") ? apiUrl + path : path);
  if (address.origin !== new URL(apiUrl).origin)
    throw new ForgeError("refused", `a page of the answer lies at ${address.origin}, which is not the API`);
  return address;
}
function readStorageAddress(location, { apiUrl }) {
  const address = location !== null && URL.canParse(location) ? new URL(location) : void 0;
  if (address && [new URL(apiUrl).protocol, "https:"].includes(address.protocol)) return address;
  throw new ForgeError("refused", "the download has no address that can be used");
}
async function readBounded(response, maxBytes) {
  const tooLarge = () => new ForgeError("too-large", `more than ${maxBytes} bytes came from ${new URL(response.url).pathname}`);
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const chunks = [];
  let bytes = 0;
  for await (const chunk2 of response.body ?? []) {
    bytes += chunk2.length;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk2);
  }
  return Buffer.concat(chunks);
}
async function readMessage(response) {
  const text = new TextDecoder().decode(await readBounded(response, 1 << 20));
  try {
    const { message, errors } = JSON.parse(text);
    const details = Array.isArray(errors) ? errors.map((error) => JSON.stringify(error)).join(", ") : "";
    return shortenMiddle(
      [typeof message === "string" ? message : "", details].filter(Boolean).join(": "),
      300
    );
  } catch {
    return "";
  }
}

// src/adapters/github.ts
var annotationsPerRequest = 50;
var maxPages = 100;
var perPage = 100;
function openGitHub(repository, access) {
  const client = createGitHubClient(access);
  const root = `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
  const get = async (path) => (await client.send({ method: "GET", path, isRepeatable: true })).body;
  return {
    findPullRequests: async ({ sha, repository: headRepository, branch }) => {
      const [owner = ""] = headRepository.split("/");
      const query = new URLSearchParams({
        state: "open",
        head: `${owner}:${branch}`,
        per_page: String(perPage)
      });
      const found = await listAll(client, `${root}/pulls?${query.toString()}`, readArray);
      return found.filter(
        (pull) => readText(pull, "head", "sha") === sha && readText(pull, "head", "repo", "full_name") === headRepository
      ).map(readPullRequest);
    },
    readPullRequest: async (number) => readPullRequest(await get(`${root}/pulls/${number}`)),
    listComments: async (number) => {
      const path = `${root}/issues/${number}/comments?per_page=${perPage}`;
      return (await listAll(client, path, readArray)).map(readComment);
    },
    createComment: async (number, body) => {
      const path = `${root}/issues/${number}/comments`;
      return readComment(
        (await client.send({ method: "POST", path, body: { body }, isRepeatable: false })).body
      );
    },
    updateComment: async (id, body) => {
      const path = `${root}/issues/comments/${id}`;
      return readComment(
        (await client.send({ method: "PATCH", path, body: { body }, isRepeatable: false })).body
      );
    },
    deleteComment: async (id) => {
      await client.send({ method: "DELETE", path: `${root}/issues/comments/${id}`, isRepeatable: true });
    },
    setStatus: async (sha, { state, name, description, url }) => {
      const body = { state, context: name, description, target_url: url };
      await client.send({ method: "POST", path: `${root}/statuses/${sha}`, body, isRepeatable: true });
    },
    createCheckRun: async (sha, { name, conclusion, url, title, summary, annotations }) => {
      const requests = chunk(annotations.map(writeAnnotation), annotationsPerRequest);
      const outputs = requests.map((part) => ({ title, summary, annotations: part }));
      const [output = { title, summary }, ...more] = outputs;
      const body = { name, head_sha: sha, details_url: url, status: "completed", conclusion, output };
      const created = await client.send({
        method: "POST",
        path: `${root}/check-runs`,
        body,
        isRepeatable: true
      });
      const path = `${root}/check-runs/${readNumber(created.body, "id")}`;
      for (const next of more)
        await client.send({ method: "PATCH", path, body: { output: next }, isRepeatable: true });
    },
    readPermission: async (user) => {
      const path = `${root}/collaborators/${encodeURIComponent(user)}/permission`;
      return readPermission(readText(await get(path), "permission"));
    },
    listArtifacts: async (runId, name) => {
      const query = new URLSearchParams({ name, per_page: String(perPage) });
      const path = `${root}/actions/runs/${runId}/artifacts?${query.toString()}`;
      const found = await listAll(client, path, (page) => readArray(followPath(page, ["artifacts"])));
      return found.map(readArtifact).sort((a, b) => b.id - a.id);
    },
    readArtifact: (id, maxBytes) => client.download(`${root}/actions/artifacts/${id}/zip`, maxBytes)
  };
}
async function listAll(client, path, readItems) {
  const items = [];
  let next = path;
  for (let page = 0; next !== void 0; page++) {
    if (page === maxPages) throw new ForgeError("too-large", `${path} has more than ${maxPages} pages`);
    const { body, headers } = await client.send({ method: "GET", path: next, isRepeatable: true });
    items.push(...readItems(body));
    next = /<([^<>]+)>; *rel="next"/u.exec(headers.get("link") ?? "")?.[1];
  }
  return items;
}
function chunk(items, size) {
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, index) => items.slice(index * size, (index + 1) * size)
  );
}
function writeAnnotation({ level, path, line, title, message }) {
  return { path, start_line: line, end_line: line, annotation_level: level, title, message };
}
function readPullRequest(pull) {
  const headRepository = readText(pull, "head", "repo", "full_name");
  return {
    number: readNumber(pull, "number"),
    isOpen: readText(pull, "state") === "open",
    headSha: readText(pull, "head", "sha"),
    ...headRepository !== "" && { headRepository }
  };
}
function readComment(comment) {
  return {
    id: readNumber(comment, "id"),
    author: readText(comment, "user", "login"),
    body: readText(comment, "body")
  };
}
function readArtifact(artifact) {
  return {
    id: readNumber(artifact, "id"),
    bytes: readNumber(artifact, "size_in_bytes"),
    isExpired: followPath(artifact, ["expired"]) === true,
    runId: readNumber(artifact, "workflow_run", "id"),
    headSha: readText(artifact, "workflow_run", "head_sha")
  };
}
function readPermission(text) {
  return text === "admin" || text === "write" || text === "read" ? text : "none";
}

// src/adapters/github-workflows.ts
var perPage2 = 100;
function openGitHubWorkflows(repository, access) {
  const client = createGitHubClient(access);
  const root = `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
  const get = async (path) => (await client.send({ method: "GET", path, isRepeatable: true })).body;
  return {
    readDefaultBranch: async () => readText(await get(root), "default_branch"),
    readBranchHead: async (branch) => readText(await get(`${root}/branches/${encodeURIComponent(branch)}`), "commit", "sha"),
    readTextFile: async (path, ref, maxBytes) => {
      const query = new URLSearchParams({ ref });
      try {
        const file = await get(`${root}/contents/${encodeURIComponent(path)}?${query.toString()}`);
        return readFile(file, path, maxBytes);
      } catch (error) {
        if (error instanceof ForgeError && error.reason === "missing") return void 0;
        throw error;
      }
    },
    dispatchWorkflow: async (workflow, branch, inputs) => {
      const path = `${root}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`;
      const body = { ref: branch, inputs, return_run_details: true };
      const answer = await client.send({ method: "POST", path, body, isRepeatable: false });
      const id = followPath(answer.body, ["workflow_run_id"]);
      return typeof id === "number" ? id : void 0;
    },
    listDispatchedRuns: async (workflow, branch) => {
      const query = new URLSearchParams({ branch, event: "workflow_dispatch", per_page: String(perPage2) });
      const path = `${root}/actions/workflows/${encodeURIComponent(workflow)}/runs?${query.toString()}`;
      return readArray(followPath(await get(path), ["workflow_runs"])).map(readRun);
    },
    readRun: async (id) => readRun(await get(`${root}/actions/runs/${id}`)),
    listJobs: async (runId) => {
      const path = `${root}/actions/runs/${runId}/jobs?per_page=${perPage2}`;
      return readArray(followPath(await get(path), ["jobs"])).map(readJob);
    },
    cancelRun: async (id) => {
      try {
        await client.send({ method: "POST", path: `${root}/actions/runs/${id}/cancel`, isRepeatable: true });
      } catch (error) {
        if (!(error instanceof ForgeError) || error.reason !== "refused") throw error;
      }
    },
    repeatRun: async (id) => {
      await client.send({ method: "POST", path: `${root}/actions/runs/${id}/rerun`, isRepeatable: false });
    },
    addReaction: async (comment, reaction) => {
      const path = `${root}/issues/comments/${comment}/reactions`;
      await client.send({ method: "POST", path, body: { content: reaction }, isRepeatable: true });
    }
  };
}
function readFile(file, path, maxBytes) {
  if (readText(file, "type") !== "file") return void 0;
  if (readNumber(file, "size") > maxBytes || readText(file, "encoding") !== "base64")
    throw new ForgeError("too-large", `${path} has ${readNumber(file, "size")} bytes, more than are read`);
  return Buffer.from(readText(file, "content"), "base64").toString("utf8");
}
function readRun(run) {
  const conclusion = readText(run, "conclusion");
  return {
    id: readNumber(run, "id"),
    attempt: readNumber(run, "run_attempt"),
    event: readText(run, "event"),
    path: readText(run, "path").replace(/@.*$/u, ""),
    headBranch: readText(run, "head_branch"),
    headSha: readText(run, "head_sha"),
    headRepository: readText(run, "head_repository", "full_name"),
    title: readText(run, "display_title"),
    status: readText(run, "status"),
    ...conclusion !== "" && { conclusion }
  };
}
function readJob(job) {
  const labels = readArray(followPath(job, ["labels"]));
  return {
    status: readText(job, "status"),
    labels: labels.filter((label) => typeof label === "string"),
    isTaken: readText(job, "runner_name") !== "",
    isSkipped: readText(job, "conclusion") === "skipped"
  };
}

// src/entry/open-forge.ts
function openForge({ repository, apiUrl }, token) {
  return openGitHub(repository, describeAccess(apiUrl, token));
}
function openWorkflows({ repository, apiUrl }, token) {
  return openGitHubWorkflows(repository, describeAccess(apiUrl, token));
}
function describeAccess(apiUrl, token) {
  const wait = async (ms) => setTimeout(ms);
  return { apiUrl, token, version, wait, now: () => Date.now() };
}

// src/entry/action-inputs.ts
import { resolve } from "node:path";
var maxWorkers = 256;
function readActionInputs(getInput, { workspace, temporary }) {
  const config = getInput("config");
  const report = getInput("report");
  const charts = getInput("charts");
  const workers = getInput("workers");
  const base = getInput("base");
  const reportFile = report === "" ? resolve(temporary, "holdout-report.json") : resolve(workspace, report);
  const cache = getInput("cache");
  const privacyKey = getInput("privacy-key");
  const publishing = readPublishingInputs(getInput);
  return {
    directory: resolve(workspace, getInput("directory")),
    ...config === "" ? {} : { configFile: resolve(workspace, config) },
    failOn: readChoice(getInput, "fail-on", failOnLevels),
    failOnNew: readChoice(getInput, "fail-on-new", ["false", "true"]) === "true",
    comparesBase: base !== "none",
    ...base === "" || base === "none" ? {} : { base },
    reportFile,
    htmlFile: `${reportFile.replace(/\.json$/u, "")}.html`,
    otherFiles: ["sarif", "junit"].flatMap((format) => {
      const path = getInput(format);
      return path === "" ? [] : [{ format, file: resolve(workspace, path) }];
    }),
    ...charts === "" ? {} : { chartsFolder: resolve(workspace, charts) },
    ...workers === "" ? {} : { workers: readWorkers(workers) },
    ...cache === "" ? {} : { cacheFolder: resolve(workspace, cache) },
    comments: readChoice(getInput, "comment", ["auto", "never"]) === "auto",
    ...readChoice(getInput, "images", ["never", "branch"]) === "branch" && {
      imagesFolder: resolve(temporary, "holdout-images", publishing.name)
    },
    publishing,
    ...privacyKey === "" ? {} : { privacyKey }
  };
}
function readPublishingInputs(getInput) {
  const name = getInput("name") || "holdout";
  if (!auditNamePattern.test(name))
    throw new HoldoutError("usage", `input name is ${JSON.stringify(name)}`, {
      hint: "it is made of at most 60 letters, digits, dots, dashes and underscores"
    });
  return {
    name,
    commentAuthor: getInput("comment-author") || "github-actions[bot]",
    token: getInput("token")
  };
}
function readChoice(getInput, name, choices) {
  const text = getInput(name);
  if (text === "") return choices[0];
  const choice = choices.find((one) => one === text);
  if (choice !== void 0) return choice;
  throw new HoldoutError("usage", `input ${name} is ${JSON.stringify(text)}`, {
    hint: `it may be ${choices.join(", ")}`
  });
}
function readWorkers(text) {
  const workers = Number(text);
  if (/^\d+$/u.test(text) && workers >= 1 && workers <= maxWorkers) return workers;
  throw new HoldoutError("usage", `input workers is ${JSON.stringify(text)}`, {
    hint: `it is a whole number from 1 to ${maxWorkers}`
  });
}

export {
  readActionInputs,
  readPublishingInputs,
  readChoice,
  openForge,
  openWorkflows
};
