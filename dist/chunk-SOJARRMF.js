import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  minMarkdownBytes,
  renderMarkdown
} from "./chunk-U2674LC5.js";
import {
  decideComment,
  describeFailure,
  describeOutcome,
  findPart,
  maxPartBytes,
  readPullRequestEvent,
  runUrlOf,
  settleComment
} from "./chunk-L5KJTVZ5.js";
import {
  fillHtml,
  fillMarkdown
} from "./chunk-25A5ZPMJ.js";
import {
  ForgeError,
  writeMarker
} from "./chunk-YEYMD5FC.js";
import {
  GitError,
  askGit
} from "./chunk-4OAUCKAS.js";

// src/publish/comment-body.ts
var frameBytes = 1e3;
var sheetName = "sheet.png";
function renderComment(report, { run, runUrl, imageAddress }, maxBytes, present) {
  const kept = keepPart(present ?? "", run.headSha);
  const wanted = showSheet(imageAddress?.(sheetName));
  const room = maxBytes - frameBytes - Buffer.byteLength(kept);
  const roomWithSheet = room - Buffer.byteLength(wanted);
  const sheet = roomWithSheet < minMarkdownBytes ? "" : wanted;
  const markdown = renderMarkdown(report, {
    maxBytes: sheet === "" ? room : roomWithSheet,
    ...imageAddress && { imageAddress }
  });
  return `${writeMarker(run)}
${markdown}
${sheet}${describeCommit(run.headSha, runUrl)}
${kept}`;
}
function keepPart(present, headSha) {
  const part = findPart(present);
  const isKept = part?.marker.headSha === headSha && Buffer.byteLength(part.text) <= maxPartBytes;
  return isKept ? `
${part.text}` : "";
}
function showSheet(address) {
  if (address === void 0) return "";
  const image = fillHtml`<a href="${address}"><img src="${address}" alt="Samples of the dataset with their labels, suspicious ones first" /></a>`;
  return fillHtml`<details>\n<summary>Samples with their labels</summary>\n\n${image}\n\n</details>\n\n`.text;
}
function describeCommit(headSha, runUrl) {
  const link = fillHtml`<a href="${runUrl}">run</a>`;
  return fillMarkdown`<sub>Audit of ${headSha} · ${link}</sub>`.text;
}

// src/publish/publish-comment.ts
function publishComment(forge, { pullRequest, author, run, renderBody }) {
  const decide = (pull, own) => decideComment(run, pull, own);
  return settleComment(forge, { pullRequest, author, name: run.name, decide, renderBody });
}

// src/entry/publish-images.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/adapters/push-branch.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
var maxAttempts = 20;
var longestPauseMs = 1e3;
var movedOn = /\[rejected\]|stale info|cannot lock ref|failed to update ref|reference already exists|incorrect old value/u;
async function replaceBranch({ remote, branch, token, committer, message }, contents, decide) {
  const folder = await mkdtemp(join(tmpdir(), "holdout-branch-"));
  const env = {
    ...authorize(remote, token),
    GIT_DIR: folder,
    GIT_INDEX_FILE: join(folder, "index"),
    GIT_AUTHOR_NAME: committer.name,
    GIT_AUTHOR_EMAIL: committer.email,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email
  };
  const git = async (parameters, input) => (await askGit(folder, parameters, { env, ...input !== void 0 && { input } })).toString().trim();
  try {
    await git(["init", "--quiet", "--bare"]);
    await git(["remote", "add", "origin", remote]);
    const added = /* @__PURE__ */ new Map();
    for (const [name, bytes] of contents) added.set(name, await git(["hash-object", "-w", "--stdin"], bytes));
    for (let attempt = 1; ; attempt++) {
      const tip = await fetchTip(git, branch);
      const files = decide(tip === void 0 ? [] : await listTree(git, tip), added);
      if (files === void 0) return false;
      const commit = await commitTree(git, files, message);
      try {
        await git([
          "push",
          "--quiet",
          `--force-with-lease=refs/heads/${branch}:${tip ?? ""}`,
          "origin",
          `${commit}:refs/heads/${branch}`
        ]);
        return true;
      } catch (error) {
        if (!(error instanceof GitError) || !movedOn.test(error.complaint) || attempt === maxAttempts)
          throw error;
      }
      await setTimeout(Math.random() * longestPauseMs);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function fetchTip(git, branch) {
  const ref = `refs/heads/${branch}`;
  for (let attempt = 1; ; attempt++) {
    const [line = ""] = (await git(["ls-remote", "origin", ref])).split("\n");
    const [tip = ""] = line.split("	");
    if (tip === "") return void 0;
    try {
      await git(["fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", "origin", tip]);
      return tip;
    } catch (error) {
      if (attempt === maxAttempts) throw error;
    }
  }
}
async function listTree(git, commit) {
  const entries = (await git(["ls-tree", "-r", "-z", commit])).split("\0");
  return entries.flatMap((entry) => {
    const { id, path } = /^\d+ \w+ (?<id>[0-9a-f]+)\t(?<path>.+)$/su.exec(entry)?.groups ?? {};
    return id === void 0 || path === void 0 ? [] : [{ path, blobId: id }];
  });
}
async function commitTree(git, files, message) {
  await git(["read-tree", "--empty"]);
  await git(
    ["update-index", "-z", "--index-info"],
    files.map(({ path, blobId }) => `100644 ${blobId}	${path}\0`).join("")
  );
  const tree = await git(["write-tree", "--missing-ok"]);
  return git(["commit-tree", tree, "-m", message]);
}
function authorize(remote, token) {
  if (token === "" || !/^https?:\/\//u.test(remote)) return {};
  const given = Number(process.env["GIT_CONFIG_COUNT"] ?? 0);
  const credentials = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: String(given + 1),
    [`GIT_CONFIG_KEY_${given}`]: `http.${new URL(remote).origin}/.extraheader`,
    [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${credentials}`
  };
}

// src/adapters/read-regular-bytes.ts
import { constants } from "node:fs";
import { open } from "node:fs/promises";
async function readRegularBytes(path, maxBytes) {
  try {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
    const file = await open(path, flags);
    try {
      const status = await file.stat();
      return status.isFile() && status.size <= maxBytes ? await file.readFile() : void 0;
    } finally {
      await file.close();
    }
  } catch {
    return void 0;
  }
}

// src/publish/images-branch.ts
var imagesBranch = "holdout-images";
var imagesKeptDays = 60;
var maxFolders = 2e3;
var imagePath = /^(?<folder>(?<date>\d{4}-\d{2}-\d{2})\/[A-Za-z0-9._-]{1,60}\/\d{1,15}\/[0-9a-f]{40}(?:[0-9a-f]{24})?)\/[A-Za-z0-9._-]{1,100}\.png$/u;
var imageNamePattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,95}\.png$/u;
function imagesFolderOf({ name, pullRequest, headSha, today }) {
  return `${today}/${name}/${pullRequest}/${headSha}`;
}
function imageAddressOf(repositoryUrl, origin, file) {
  return `${repositoryUrl}/blob/${imagesBranch}/${imagesFolderOf(origin)}/${file}?raw=true`;
}
function decideImages(present, added, origin) {
  const own = imagesFolderOf(origin);
  const oldest = new Date(Date.parse(origin.today) - imagesKeptDays * 864e5).toISOString().slice(0, 10);
  const byFolder = /* @__PURE__ */ new Map();
  for (const file of present) {
    const { folder, date } = imagePath.exec(file.path)?.groups ?? {};
    if (folder === void 0 || date === void 0) return void 0;
    if (date < oldest || folder === own) continue;
    byFolder.set(folder, [...byFolder.get(folder) ?? [], file]);
  }
  const kept = [...byFolder.keys()].sort().slice(1 - maxFolders);
  return [
    ...kept.flatMap((folder) => byFolder.get(folder) ?? []),
    ...[...added].map(([file, blobId]) => ({ path: `${own}/${file}`, blobId }))
  ].sort((a, b) => a.path < b.path ? -1 : 1);
}

// src/entry/publish-images.ts
var maxImages = 100;
var maxImageBytes = 4 << 20;
var maxAllBytes = 32 << 20;
var pngSignature = Buffer.from("89504e470d0a1a0a", "hex");
async function publishImages(folder, origin, { serverUrl, repository }, token) {
  const repositoryUrl = `${serverUrl}/${repository}`;
  try {
    const images = await readImages(folder);
    if (images.size === 0) return {};
    const isReplaced = await replaceBranch(
      {
        remote: `${repositoryUrl}.git`,
        branch: imagesBranch,
        token,
        committer: {
          name: "github-actions[bot]",
          email: "41898282+github-actions[bot]@users.noreply.github.com"
        },
        message: `Images of audits, as of pull request ${origin.pullRequest}`
      },
      images,
      (present, added) => decideImages(present, added, origin)
    );
    if (!isReplaced)
      return warn(
        `the branch ${imagesBranch} holds something else than images of audits, and was left alone`
      );
    return {
      imageAddress: (name) => images.has(name) ? imageAddressOf(repositoryUrl, origin, name) : void 0
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return warn(`${reason} (the branch ${imagesBranch} needs the permission contents: write)`);
  }
}
function warn(reason) {
  return { note: { level: "warning", text: `The comment shows no images: ${reason}.` } };
}
async function readImages(folder) {
  const images = /* @__PURE__ */ new Map();
  let left = maxAllBytes;
  for (const name of (await listFolder(folder)).filter((one) => imageNamePattern.test(one)).sort()) {
    if (images.size === maxImages) break;
    const bytes = await readRegularBytes(join2(folder, name), Math.min(left, maxImageBytes));
    if (!bytes?.subarray(0, pngSignature.length).equals(pngSignature)) continue;
    images.set(name, bytes);
    left -= bytes.length;
  }
  return images;
}
async function listFolder(folder) {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

// src/entry/comment-on-pull-request.ts
async function commentOnPullRequest(report, publishing, context, openForge, images) {
  if (context.eventName !== "pull_request") return void 0;
  const { number, headSha, isFork } = readPullRequestEvent(await context.readEvent());
  if (isFork)
    return {
      level: "note",
      text: "No comment was written: the run of a fork’s pull request may not. A second workflow can, see docs/pull-requests.md of holdout."
    };
  if (publishing.token === "") return { level: "note", text: "No comment was written: there is no token." };
  const { runId, attempt } = context;
  const run = { name: publishing.name, headSha, runId, attempt };
  const { name, token } = publishing;
  const { imageAddress, note } = images ? await publishImages(
    images.folder,
    { name, pullRequest: number, headSha, today: images.today },
    context,
    token
  ) : {};
  const target = {
    pullRequest: number,
    run,
    runUrl: runUrlOf(context, runId),
    ...imageAddress && { imageAddress }
  };
  const written = await writeComment(openForge(context, token), report, publishing, target, "note");
  return note ? { level: note.level, text: `${written.text} ${note.text}` } : written;
}
async function writeComment(forge, report, { commentAuthor }, { pullRequest, run, runUrl, imageAddress }, ifForbidden) {
  try {
    const outcome = await publishComment(forge, {
      pullRequest,
      author: commentAuthor,
      run,
      renderBody: (maxBytes, present) => renderComment(report, { run, runUrl, ...imageAddress && { imageAddress } }, maxBytes, present)
    });
    if (outcome.kind === "gave-way" || outcome.author === commentAuthor)
      return { level: "note", text: describeOutcome(outcome) };
    return {
      level: "warning",
      text: `The token writes as ${outcome.author}, not as ${commentAuthor}: say so with the input comment-author, so that the comment is found again.`
    };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const level = error.reason === "forbidden" ? ifForbidden : "warning";
    return { level, text: describeFailure("The comment", error) };
  }
}

export {
  commentOnPullRequest,
  writeComment
};
