import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  writeComment
} from "./chunk-SOJARRMF.js";
import {
  maxChangesListed,
  renderMarkdown
} from "./chunk-U2674LC5.js";
import "./chunk-MJVZP4GS.js";
import {
  parseCommand,
  readCommentEvent,
  readPermission
} from "./chunk-Q5D3DX2E.js";
import {
  fetchArtifact,
  openArtifact,
  refuse
} from "./chunk-OHKXDPJP.js";
import {
  describeObject
} from "./chunk-DW6ZHEJ2.js";
import "./chunk-G4KI4GDI.js";
import {
  describeFailure,
  findOwnComments,
  findPart,
  formatFailure,
  formatNote,
  formatStepError,
  getInput,
  rankComments,
  readRunnerContext,
  readWorkflowRunEvent,
  renderNote,
  runUrlOf,
  setOutput,
  summary,
  toAnnotations
} from "./chunk-L5KJTVZ5.js";
import "./chunk-ZE4566AW.js";
import {
  countSeverity,
  verdictWords
} from "./chunk-2AZO6JV5.js";
import "./chunk-6JSHQORE.js";
import {
  fillMarkdown
} from "./chunk-25A5ZPMJ.js";
import "./chunk-3GYANS6R.js";
import {
  openForge,
  openWorkflows,
  readChoice,
  readPublishingInputs
} from "./chunk-43G5WMIL.js";
import {
  ForgeError,
  maxCheckRunBytes,
  maxStatusLength
} from "./chunk-YEYMD5FC.js";
import "./chunk-EBBUZ6PO.js";
import {
  checks,
  require_ajv,
  waiverCheck
} from "./chunk-4OAUCKAS.js";
import "./chunk-YNVOFIVM.js";
import "./chunk-PSSVJEVV.js";
import {
  exitCodeOf,
  failOnLevels
} from "./chunk-NJ3O2SIO.js";
import {
  countFindings,
  maxFindingsPerCheck,
  maxSamplesPerFinding,
  reportBounds,
  reportSchemaVersion
} from "./chunk-XPBF2K5R.js";
import "./chunk-HLISDRAD.js";
import {
  revealInvisible
} from "./chunk-3ZFVE422.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import {
  __toESM
} from "./chunk-H6ZNR5XL.js";

// src/publish/commit-result.ts
import { posix } from "node:path";
function describeResult(report, isPassed) {
  const counts = countFindings(report);
  const found = ["error", "warning"].map((severity2) => countSeverity(counts[severity2], severity2));
  const note = !isPassed && counts.error === 0 ? "; the run failed" : "";
  return `${verdictWords[report.verdict.level].title}: ${found.join(", ")}${note}`;
}
function toStatus(report, { name: name2, url, isPassed }) {
  const description = shortenMiddle(describeResult(report, isPassed), maxStatusLength);
  return { name: name2, url, state: isPassed ? "success" : "failure", description };
}
function toCheckRun(report, result, directory) {
  const { name: name2, url, isPassed } = result;
  return {
    name: name2,
    url,
    conclusion: isPassed ? "success" : "failure",
    title: describeResult(report, isPassed),
    summary: renderMarkdown(report, { maxBytes: maxCheckRunBytes }),
    annotations: toAnnotations(report).flatMap(({ severity: severity2, file, line = 1, title, message }) => {
      const path2 = posix.join(directory, file);
      const isInside = !posix.isAbsolute(path2) && path2 !== ".." && !path2.startsWith("../");
      const level = severity2 === "error" ? "failure" : severity2;
      return isInside ? [{ level, path: path2, line, title, message }] : [];
    })
  };
}
function toBrokenResult(reason, { name: name2, url }) {
  const title = "There is no report that can be used";
  const description = shortenMiddle(`${title}: ${revealInvisible(reason)}`, maxStatusLength);
  const summary2 = fillMarkdown`${reason}`.text;
  return {
    status: { name: name2, url, state: "error", description },
    checkRun: { name: name2, url, conclusion: "failure", title, summary: summary2, annotations: [] }
  };
}

// src/publish/explanation-part.ts
var markerLine = "<!-- holdout-explanation -->";
var markerPattern = /^<!-- holdout-explanation -->\r?$/mu;
function putExplanation(body, markdown) {
  const part = findPart(body);
  const audit = part ? body.slice(0, -part.text.length) : body;
  const present = markerPattern.exec(audit);
  const before = present ? audit.slice(0, present.index) : audit;
  const explained = `${before.trimEnd()}

${markerLine}

${markdown.trim()}
`;
  return part ? `${explained}
${part.text}` : explained;
}

// src/entry/explain-check.ts
function explainCheck(id) {
  const all = [...Object.values(checks), waiverCheck];
  const check2 = all.find((one) => one.id === id);
  if (!check2) return void 0;
  const options = Object.entries(check2.options).map(
    ([name2, { description, default: value }]) => `| \`${name2}\` | ${description.replaceAll("|", "\\|")} | \`${JSON.stringify(value)}\` |`
  );
  const table = options.length === 0 ? [] : ["| Option | Meaning | Default |\n| :-- | :-- | :-- |", ...options].join("\n");
  const text2 = [`**${check2.summary}**`, unwrap(unlink(check2.description)), table].flat().join("\n\n");
  return `<details open>
<summary>What <code>${check2.id}</code> asks</summary>

${text2}

</details>`;
}
function unlink(markdown) {
  return markdown.replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/gu, "$1");
}
function unwrap(markdown) {
  return markdown.replaceAll(/(?<=[^\n])\n(?!\n|[-*|]|\d+\. ) */gu, " ");
}

// src/entry/answer-command.ts
async function answerCommand(conversation, payload) {
  const event = readCommentEvent(payload);
  if (!event) return nothing("the comment is on no pull request");
  if (event.action !== "created") return nothing("the comment is not new");
  const parsed = parseCommand(event.body);
  if (parsed.kind === "mistaken") return nothing(parsed.reason);
  if (parsed.kind === "none" || parsed.command.kind === "baseline")
    return nothing("the comment asks nothing of the audit");
  const { forge, workflows } = conversation;
  const permission = await readPermission(forge, event.author);
  const { reaction, ...note } = await act(conversation, event, parsed.command, permission);
  await workflows.addReaction(event.comment, reaction);
  return note;
}
async function act(conversation, event, command, permission) {
  const isAllowed = command.kind === "explain" ? permission !== "none" : ["admin", "write"].includes(permission);
  if (!isAllowed)
    return { reaction: "-1", level: "note", text: "Nothing was done: who asks may not do that." };
  const comment = await findComment(conversation, event.pullRequest);
  if (!comment) return refuse2("no audit of the newest commit has commented yet");
  return command.kind === "explain" ? explain(conversation, comment, command.check) : repeat(conversation, comment);
}
async function findComment({ forge, name: name2, author }, pullRequest) {
  const comments = await forge.listComments(pullRequest);
  const { headSha, isOpen } = await forge.readPullRequest(pullRequest);
  const [first] = rankComments(findOwnComments(comments, author, name2), headSha);
  const body = comments.find(({ id }) => id === first?.id)?.body;
  if (!isOpen || !first || body === void 0 || first.marker.headSha !== headSha) return void 0;
  return { id: first.id, body, runId: first.marker.runId, headSha };
}
async function explain({ forge }, { id, body }, check2) {
  const explanation = explainCheck(check2);
  if (explanation === void 0) return refuse2("there is no check of that name");
  await forge.updateComment(id, putExplanation(body, explanation));
  return { reaction: "+1", level: "note", text: `${check2} was explained in the comment.` };
}
async function repeat({ workflows }, { runId, headSha }) {
  const run = runId === 0 ? void 0 : await findRun(workflows, runId);
  if (run?.event !== "pull_request" || run.headSha !== headSha)
    return refuse2("the run that made the comment is not one of the pull request’s newest commit");
  if (run.status !== "completed") return refuse2("the audit is under way already");
  await workflows.repeatRun(runId);
  return { reaction: "rocket", level: "note", text: "The audit was started again." };
}
async function findRun(workflows, id) {
  try {
    return await workflows.readRun(id);
  } catch (error) {
    if (error instanceof ForgeError && error.reason === "missing") return void 0;
    throw error;
  }
}
function refuse2(reason) {
  return { reaction: "confused", level: "warning", text: `Nothing was done: ${reason}.` };
}
function nothing(reason) {
  return { level: "note", text: `There is nothing to do: ${reason}.` };
}

// src/entry/comment-inputs.ts
import { posix as posix2 } from "node:path";
function readCommentInputs(getInput2) {
  const publishing = readPublishingInputs(getInput2);
  if (publishing.token === "") throw new HoldoutError("usage", "input token is empty");
  return {
    artifact: getInput2("artifact") || "holdout-report",
    directory: posix2.normalize(getInput2("directory") || "."),
    failOn: readChoice(getInput2, "fail-on", failOnLevels),
    failOnNew: readChoice(getInput2, "fail-on-new", ["false", "true"]) === "true",
    mark: readChoice(getInput2, "result", ["check-run", "status", "none"]),
    publishing
  };
}

// src/publish/parse-report.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/report/schema-parts.ts
var count = (description) => ({ description, type: "integer", minimum: 0 });
var name = (description) => text(description, reportBounds.nameLength);
var path = (description) => text(description, reportBounds.pathLength);
var sentence = (description) => text(description, reportBounds.textLength);
var json = (description) => ({
  description,
  allOf: [{ $ref: "#/definitions/json" }]
});
var jsonObject = (description) => ({
  description,
  allOf: [{ $ref: "#/definitions/jsonObject" }]
});
function text(description, maxLength) {
  return { description, type: "string", maxLength };
}
function choice(description, values) {
  return { description, type: "string", enum: values };
}
function list(description, items, maxItems) {
  return { description, type: "array", items, maxItems };
}
function countByName(description) {
  return {
    description,
    type: "object",
    propertyNames: { maxLength: reportBounds.nameLength },
    maxProperties: reportBounds.names,
    additionalProperties: { type: "integer", minimum: 0 }
  };
}
var severity = choice("What a finding of the check means for the build.", [
  "error",
  "warning",
  "info"
]);
var verdictLevel = choice("The answer.", ["supported", "limited", "unsupported"]);
var datasetCounts = describeObject("How many of what the dataset holds.", {
  required: {
    samples: count("Images, with their label if any."),
    labelled: count("Samples that carry the declared kind of label."),
    subjects: count("Distinct known subjects."),
    splits: countByName("Samples by split."),
    domains: countByName("Samples by domain.")
  },
  optional: {}
});

// src/report/change-schema.ts
var maxNotes = 20;
function listed(description, items) {
  return describeObject(description, {
    required: {
      items: list("The first of them.", items, maxChangesListed),
      total: count("How many there are, those that `items` leaves out included.")
    },
    optional: {}
  });
}
var splitNames = list("Names of splits, sorted.", name("A split."), reportBounds.names);
var sample = path("Path of the image.");
var placedSample = describeObject("A sample with its splits.", {
  required: { sample, splits: splitNames },
  optional: {}
});
var move = { required: { before: splitNames, after: splitNames }, optional: {} };
var relabelling = describeObject("A label that says something else than before.", {
  required: { sample },
  optional: {
    before: sentence("What it said."),
    after: sentence("What it says."),
    pixels: list(
      "Classes of a mask whose pixels have changed in number.",
      describeObject("Pixels of a class.", {
        required: {
          name: name("The class."),
          before: count("Pixels before."),
          after: count("Pixels after.")
        },
        optional: {}
      }),
      reportBounds.names
    ),
    maskPixels: describeObject("All pixels of these masks.", {
      required: { before: count("Pixels before."), after: count("Pixels after.") },
      optional: {}
    })
  }
});
var samples = describeObject("What has become of the samples.", {
  required: {
    added: listed("Samples that the base does not have.", placedSample),
    removed: listed("Samples that only the base has.", placedSample),
    renamed: listed(
      "Files under another path.",
      describeObject("A renamed image.", {
        required: { sample, from: path("Its path before.") },
        optional: {}
      })
    ),
    replaced: listed("Paths with another file.", placedSample),
    relabelled: listed("Samples with another label.", relabelling),
    reassigned: listed(
      "Samples of another subject.",
      describeObject("A sample that is said to show another subject.", {
        required: { sample },
        optional: {
          before: path("Id of the subject before; absent where it was not known."),
          after: path("Id of the subject now; absent where it is not known.")
        }
      })
    ),
    moved: listed(
      "Samples in other splits.",
      describeObject("A sample in other splits.", {
        required: { sample, ...move.required },
        optional: {}
      })
    ),
    movedSubjects: listed(
      "Subjects in other splits, from train to test first.",
      describeObject("A subject in other splits.", {
        required: { subject: path("Id of the subject."), ...move.required },
        optional: {}
      })
    ),
    trainToTest: count("Subjects that were in train and are in test.")
  },
  optional: {}
});
var severityCounts = describeObject("Findings by severity.", {
  required: { error: count("Errors."), warning: count("Warnings."), info: count("Notes.") },
  optional: {}
});
var mentioned = {
  required: {
    check: name("Id of the check."),
    key: path("Stable name of what is wrong within the check."),
    messageId: name("Which of the check’s messages this is."),
    message: sentence("What is wrong."),
    severity
  },
  optional: {}
};
var mentionedFinding = describeObject("One thing wrong.", mentioned);
var findings = describeObject(
  "Findings that no waiver covers, against those of the base.",
  {
    required: {
      new: severityCounts,
      unchanged: severityCounts,
      fixed: severityCounts,
      fixedFindings: listed("Findings that only the base has, the gravest first.", mentionedFinding)
    },
    optional: {}
  }
);
var policy = describeObject("What the config would judge otherwise than that of the base.", {
  required: {
    settings: listed(
      "Settings that differ.",
      describeObject("A setting.", {
        required: { name: path("Its name.") },
        optional: {
          before: sentence("In the base: a text as it stands, anything else as compact JSON."),
          after: sentence("In the change.")
        }
      })
    ),
    verdict: verdictLevel,
    appearing: listed("Findings that it would add.", mentionedFinding),
    vanishing: listed("Findings that it would take away.", mentionedFinding),
    regraded: listed(
      "Findings that it would give another severity.",
      describeObject("One thing wrong.", {
        required: { ...mentioned.required, wouldBe: severity },
        optional: {}
      })
    )
  },
  optional: {}
});
var changeSchema = describeObject("What a change makes of the dataset.", {
  required: {
    notes: list("What could not be compared or is judged otherwise.", sentence("A sentence."), maxNotes)
  },
  optional: {
    baseSha: {
      description: "The commit that the dataset is compared with.",
      type: "string",
      pattern: "^(?:[0-9a-f]{40}|[0-9a-f]{64})$"
    },
    before: describeObject("The dataset as the base has it.", {
      required: { counts: datasetCounts },
      optional: { verdict: choice("Its verdict.", ["supported", "limited", "unsupported"]) }
    }),
    samples,
    findings,
    policy
  }
});

// src/report/report-schema.ts
var dataset = describeObject("The dataset that was judged.", {
  required: {
    name: name("The name that the config gives the dataset."),
    configFile: path("The config, relative to the dataset’s directory, with `/`."),
    counts: datasetCounts
  },
  optional: {
    description: sentence("What the config says about the dataset."),
    targetDomain: name("The domain that the model will meet in use.")
  }
});
var verdict = describeObject("Whether the dataset can support the task.", {
  required: {
    level: verdictLevel,
    reasons: list(
      "One sentence each, the gravest first.",
      describeObject("Why the answer is not better.", {
        required: {
          level: choice("How far this reason alone lowers the answer.", ["limited", "unsupported"]),
          check: name("Id of the check whose measurement or findings give the reason."),
          text: sentence("The reason in one sentence.")
        },
        optional: { lift: sentence("What would lift the reason.") }
      }),
      reportBounds.reasons
    )
  },
  optional: { whenToStop: sentence("When to stop tuning a model on the dataset.") }
});
var location = describeObject(
  "Where the finding is declared, such as a row of a manifest.",
  {
    required: {
      file: {
        ...path("Relative to the dataset’s directory, with `/`."),
        minLength: 1,
        pattern: "^[^/]"
      }
    },
    optional: {
      line: { description: "From 1.", type: "integer", minimum: 1 },
      column: { description: "From 1.", type: "integer", minimum: 1 }
    }
  }
);
var findingProperties = {
  required: {
    key: path("Stable name of what is wrong within the check; waivers refer to it."),
    messageId: name("Which of the check’s messages this is."),
    message: sentence("What is wrong."),
    fix: sentence("What to do about it."),
    severity,
    samples: list("Ids of samples concerned.", path("Path of the image."), maxSamplesPerFinding),
    samplesTotal: count("Samples concerned, those that `samples` leaves out included."),
    subjects: list("Subjects concerned.", path("Id of the subject."), reportBounds.values),
    evidence: jsonObject("What shows that it is so.")
  },
  optional: {
    location,
    standing: choice("Whether the base has the finding, too.", ["new", "unchanged"])
  }
};
var finding = describeObject("One thing wrong.", findingProperties);
var acceptedFinding = describeObject("One thing wrong that the config accepts.", {
  required: {
    ...findingProperties.required,
    accepted: describeObject("The waiver that covers it.", {
      required: { reason: sentence("Why it is accepted.") },
      optional: { until: name("The last day that the waiver holds, `YYYY-MM-DD`.") }
    })
  },
  optional: findingProperties.optional
});
var check = describeObject("What became of one check.", {
  required: {
    id: { ...name("`topic/name`."), minLength: 1 },
    question: sentence("What the check asks."),
    status: choice("How it ended; `errored` is a crash.", ["passed", "failed", "skipped", "errored"]),
    severity,
    summary: sentence("The result, or why there is none, in one line."),
    coverage: describeObject("How much could be judged.", {
      required: {
        evaluated: count("Samples, pairs or files (the check’s page says which) that were judged."),
        unavailable: count("Those that could not be judged.")
      },
      optional: {}
    }),
    measurements: jsonObject("What was found out, also when all is well."),
    findings: list("Sorted by key; what is cut is counted in `findingsTotal`.", finding, maxFindingsPerCheck),
    findingsTotal: count("All findings, those that `findings` leaves out included."),
    accepted: list(
      "Findings that a waiver covers; they decide nothing.",
      acceptedFinding,
      maxFindingsPerCheck
    )
  },
  optional: {}
});
var chart = describeObject("A picture of measurements.", {
  required: {
    id: name("Unique among the charts."),
    check: name("Id of the check whose measurements it shows."),
    title: sentence("What it says."),
    subtitle: sentence("What was counted and how many."),
    alternative: sentence("What it shows, in words."),
    kind: name("How it is drawn."),
    data: json("The numbers."),
    spec: json("Vega-Lite with the numbers, for notebooks.")
  },
  optional: {}
});
var reportSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "holdout report",
  ...describeObject(
    "What holdout found out about a dataset; all that is shown is rendered from it.",
    {
      required: {
        schemaVersion: {
          description: "Version of this format.",
          type: "integer",
          const: reportSchemaVersion
        },
        tool: describeObject("What made the report.", {
          required: {
            name: { description: "Always `holdout`.", type: "string", const: "holdout" },
            version: name("Version of holdout.")
          },
          optional: {}
        }),
        dataset,
        verdict,
        checks: list("Sorted by severity (errors first), then by id.", check, reportBounds.checks),
        charts: list("Pictures of measurements.", chart, reportBounds.charts)
      },
      optional: { change: changeSchema }
    }
  ),
  definitions: {
    json: {
      description: "Any value of JSON.",
      anyOf: [
        { type: "string", maxLength: reportBounds.textLength },
        { type: "number" },
        { type: "boolean" },
        { type: "null" },
        { type: "array", items: { $ref: "#/definitions/json" }, maxItems: reportBounds.values },
        { $ref: "#/definitions/jsonObject" }
      ]
    },
    jsonObject: {
      description: "An object of any values.",
      type: "object",
      propertyNames: { maxLength: reportBounds.pathLength },
      maxProperties: reportBounds.values,
      additionalProperties: { $ref: "#/definitions/json" }
    }
  }
};

// src/publish/parse-report.ts
function parseReport(text2) {
  const validate = new import_ajv.Ajv().compile(reportSchema);
  try {
    const value = JSON.parse(text2);
    if (validate(value)) return { kind: "report", report: value };
    if (hasOtherVersion(value))
      return refuse(
        `the report is not of schema version ${reportSchemaVersion}: another version of holdout made it`
      );
    const { instancePath = "", message = "" } = validate.errors?.at(-1) ?? {};
    return refuse(`the report is not as its schema has it: ${instancePath || "it"} ${message}`);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse("the report is no JSON");
    if (error instanceof RangeError) return refuse("the report is nested too deep");
    throw error;
  }
}
function hasOtherVersion(value) {
  return typeof value === "object" && value !== null && "schemaVersion" in value && typeof value.schemaVersion === "number" && value.schemaVersion !== reportSchemaVersion;
}

// src/entry/fetch-report.ts
async function fetchReport(forge, run, name2) {
  const zip = await fetchArtifact(forge, run, name2);
  if (zip.kind !== "zip") return zip;
  const opened = await openArtifact(zip.bytes);
  return opened.kind === "text" ? parseReport(opened.text) : opened;
}

// src/entry/comment-run.ts
var conclusionsWithReport = ["success", "failure", "timed_out"];
async function runComment(outside) {
  const { context, getInput: getInput2, log, workspace } = outside;
  try {
    const inputs = readCommentInputs(getInput2);
    if (context?.eventName === "issue_comment") return await answer(inputs, context, outside);
    if (context?.eventName !== "workflow_run")
      throw new HoldoutError(
        "usage",
        `the event is ${context?.eventName ?? "none"}, not workflow_run or issue_comment`,
        {
          hint: "docs/pull-requests.md of holdout shows the workflows"
        }
      );
    const event = readWorkflowRunEvent(await context.readEvent());
    return await publish(inputs, event, context, outside);
  } catch (error) {
    log(formatFailure(error, workspace, workspace));
    return 2;
  }
}
async function answer({ publishing }, context, { log, writeSummary, openForge: openForge2, openWorkflows: openWorkflows2 }) {
  const { token, name: name2, commentAuthor: author } = publishing;
  const forge = openForge2(context, token);
  const workflows = openWorkflows2(context, token);
  const { level, text: text2 } = await answerCommand({ forge, workflows, name: name2, author }, await context.readEvent());
  log(formatNote({ level, text: text2 }));
  await writeSummary(renderNote({ level, text: text2 }));
  return level === "warning" ? 1 : 0;
}
async function publish(inputs, event, context, outside) {
  const { log, writeSummary } = outside;
  const { publishing, failOn, failOnNew, directory } = inputs;
  const say = async (note) => {
    log(formatNote(note));
    await writeSummary(renderNote(note));
  };
  if (event.conclusion === void 0)
    throw new HoldoutError("usage", "the run has not ended", {
      hint: "on: workflow_run: types: [completed]"
    });
  if (event.trigger !== "pull_request") {
    await say({ level: "note", text: `There is nothing to do: the run was on ${event.trigger}.` });
    return 0;
  }
  const forge = outside.openForge(context, publishing.token);
  const fetched = await fetchReport(forge, event, inputs.artifact);
  if (fetched.kind === "absent" && !conclusionsWithReport.includes(event.conclusion)) {
    await say({ level: "note", text: `There is nothing to do: the run ended as ${event.conclusion}.` });
    return 0;
  }
  const place = { name: publishing.name, url: runUrlOf(context, event.runId) };
  if (fetched.kind !== "report") {
    const reason = fetched.kind === "refused" ? fetched.reason : `the run left no artifact ${inputs.artifact}`;
    const broken = toBrokenResult(reason, place);
    log(formatStepError(broken.status.description));
    await say({ level: "warning", text: `${broken.checkRun.title}: ${reason}.` });
    const marked = await markCommit(forge, event.headSha, inputs, broken);
    if (marked) await say(marked);
    return 1;
  }
  const { report } = fetched;
  await writeSummary(renderMarkdown(report));
  const isPassed = exitCodeOf(report, failOn, failOnNew) === 0 && event.conclusion === "success";
  const result = { ...place, isPassed };
  const notes = [
    await markCommit(forge, event.headSha, inputs, {
      status: toStatus(report, result),
      checkRun: toCheckRun(report, result, directory)
    }),
    await commentOn(forge, report, inputs, event, context, outside.setOutput)
  ].filter((note) => note !== void 0);
  for (const note of notes) await say(note);
  return notes.some(({ level }) => level === "warning") ? 2 : 0;
}
async function markCommit(forge, sha, { mark }, { status, checkRun }) {
  try {
    if (mark === "status") await forge.setStatus(sha, status);
    if (mark === "check-run") await forge.createCheckRun(sha, checkRun);
    return void 0;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const scope = mark === "status" ? "statuses: write" : "checks: write";
    return {
      level: "warning",
      text: error.reason === "forbidden" ? `The result of the commit was not published: ${error.message} (give the job \`${scope}\`)` : describeFailure("The result of the commit", error)
    };
  }
}
async function commentOn(forge, report, { publishing }, { headSha, headRepository, headBranch, runId, attempt }, context, setOutput2) {
  try {
    const found = headRepository === void 0 ? [] : await forge.findPullRequests({ sha: headSha, repository: headRepository, branch: headBranch });
    const [pull, ...others] = found;
    if (!pull)
      return {
        level: "note",
        text: `No comment was written: ${headSha} is not the head of an open pull request any more.`
      };
    if (others.length > 0)
      return {
        level: "note",
        text: `No comment was written: ${headSha} is the head of ${found.length} pull requests.`
      };
    setOutput2("pull-request", pull.number);
    const run = { name: publishing.name, headSha, runId, attempt };
    const target = { pullRequest: pull.number, run, runUrl: runUrlOf(context, runId) };
    return await writeComment(forge, report, publishing, target, "warning");
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return { level: "warning", text: describeFailure("The comment", error) };
  }
}

// src/entry/comment.ts
var { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY } = process.env;
process.exitCode = await runComment({
  workspace: GITHUB_WORKSPACE ?? process.cwd(),
  getInput: (name2) => getInput(name2),
  setOutput,
  writeSummary: async (markdown) => {
    if (GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write();
  },
  log: (text2) => process.stdout.write(text2),
  context: readRunnerContext(process.env),
  openForge,
  openWorkflows
});
