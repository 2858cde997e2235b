import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  readInputs
} from "./chunk-G4KI4GDI.js";
import {
  ForgeError,
  shaPattern
} from "./chunk-YEYMD5FC.js";
import {
  followPath
} from "./chunk-EBBUZ6PO.js";
import {
  EnvironmentError
} from "./chunk-4G4S7EEN.js";

// src/publish/command.ts
var maxCommentLength = 65536;
var maxLineLength = 200;
var checkPattern = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/u;
var known = "it knows `/holdout check`, `/holdout baseline <commit>` and `/holdout explain <check>`";
function parseCommand(text) {
  const lines = listPlainLines(text.slice(0, maxCommentLength)).filter(
    (line2) => /^\/holdout(?:[ \t]|$)/u.test(line2)
  );
  const [line, ...others] = lines;
  if (line === void 0) return { kind: "none" };
  if (others.length > 0) return refuse("a comment holds one command at most");
  if (line.length > maxLineLength) return refuse(known);
  const [, verb, argument, ...rest] = line.trim().split(/[ \t]+/u);
  if (verb === "check" && argument === void 0) return accept({ kind: "check" });
  if (verb === "baseline" && rest.length === 0) {
    if (argument !== void 0 && shaPattern.test(argument))
      return accept({ kind: "baseline", sha: argument });
    return refuse("`/holdout baseline` names the commit by its whole id, 40 digits");
  }
  if (verb === "explain" && rest.length === 0 && argument !== void 0 && checkPattern.test(argument))
    return accept({ kind: "explain", check: argument });
  return refuse(known);
}
function listPlainLines(text) {
  let fence;
  return text.split(/\r\n|\r|\n/u).filter((line) => {
    const mark = /^ {0,3}(?<fence>`{3,}|~{3,})/u.exec(line)?.groups?.["fence"];
    if (fence === void 0) {
      fence = mark;
      return mark === void 0;
    }
    if (mark?.startsWith(fence) === true && line.trim() === mark) fence = void 0;
    return false;
  });
}
function accept(command) {
  return { kind: "command", command };
}
function refuse(reason) {
  return { kind: "mistaken", reason };
}

// src/entry/baseline-events.ts
function readCommentEvent(payload) {
  const [action, author, body] = [["action"], ["comment", "user", "login"], ["comment", "body"]].map(
    (path) => followPath(payload, path)
  );
  const [pullRequest, comment] = [
    ["issue", "number"],
    ["comment", "id"]
  ].map((path) => followPath(payload, path));
  if (typeof action !== "string" || typeof pullRequest !== "number" || typeof comment !== "number")
    throw new EnvironmentError("the event of this run is of no comment");
  if (typeof followPath(payload, ["issue", "pull_request"]) !== "object") return void 0;
  return {
    action,
    pullRequest,
    comment,
    // Empty where the account is gone, which may do nothing.
    author: typeof author === "string" ? author : "",
    body: typeof body === "string" ? body : ""
  };
}
function readDispatchEvent(payload) {
  const inputs = followPath(payload, ["inputs"]);
  const request = typeof inputs === "object" && inputs !== null ? readInputs(inputs) : void 0;
  if (request) return request;
  throw new EnvironmentError("the inputs of this run are not those of a baseline", {
    hint: "send it with the action in mode dispatch, or with `holdout baseline dispatch`"
  });
}

// src/entry/read-permission.ts
async function readPermission(forge, author) {
  if (author === "") return "none";
  try {
    return await forge.readPermission(author);
  } catch (error) {
    if (error instanceof ForgeError && error.reason === "missing") return "none";
    throw error;
  }
}

export {
  parseCommand,
  readCommentEvent,
  readDispatchEvent,
  readPermission
};
