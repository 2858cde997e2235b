import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  baselineSchemaVersion,
  baselineStatuses,
  baselineTasks
} from "./chunk-2JL5VYFC.js";
import {
  describeObject
} from "./chunk-DW6ZHEJ2.js";
import {
  require_ajv
} from "./chunk-4OAUCKAS.js";
import {
  reportBounds
} from "./chunk-XPBF2K5R.js";
import {
  HoldoutError,
  shortenMiddle
} from "./chunk-4G4S7EEN.js";
import {
  __toESM
} from "./chunk-H6ZNR5XL.js";

// src/baseline/read-result.ts
var import_ajv = __toESM(require_ajv(), 1);

// src/baseline/schema-parts.ts
var baselineBounds = {
  /** Characters of a name or a path. */
  nameLength: reportBounds.nameLength,
  pathLength: reportBounds.pathLength,
  /** Characters of a sentence. */
  textLength: 2e3,
  notes: 100,
  classes: 1e3,
  domains: 1e3,
  subjects: 1e4,
  curves: 100,
  pointsOfCurve: 1e3
};
function text(description, maxLength) {
  return { description, type: "string", maxLength };
}
function name(description) {
  return text(description, baselineBounds.nameLength);
}
function choice(description, values) {
  return { description, enum: values };
}
function count(description, minimum = 0) {
  return { description, type: "integer", minimum };
}
function amount(description) {
  return { description, type: "number", minimum: 0 };
}
function list(description, items, maxItems) {
  return { description, type: "array", items, ...maxItems !== void 0 && { maxItems } };
}
function byName(description, value, maxProperties) {
  return {
    description,
    type: "object",
    propertyNames: { maxLength: baselineBounds.nameLength },
    maxProperties,
    additionalProperties: value
  };
}

// src/baseline/result-schema.ts
var score = (description) => ({
  description: `${description} 0–1; null where no image counts.`,
  type: ["number", "null"],
  minimum: 0,
  maximum: 1
});
var difference = (description) => ({
  description,
  type: ["number", "null"],
  minimum: -1,
  maximum: 1
});
var bound = (description) => ({ ...difference(description), type: "number" });
var loss = (description) => ({ description, type: "number" });
var images = count("Images that count.");
var lossChange = {
  steps: count("Steps of training."),
  firstLoss: loss("Mean loss of the first tenth of the steps; of `overfit`, the loss of the first step."),
  lastLoss: loss("Mean loss of the last tenth of the steps.")
};
var row = describeObject("A line of a table of scores.", {
  required: {
    name: name("What the line is about."),
    score: score("Mean over subjects of the mean over their images."),
    images,
    subjects: count("Subjects; an image whose subject is unknown counts as one.")
  },
  optional: {
    interval: describeObject("95 % interval over subjects.", {
      required: {
        low: amount("Lower end."),
        high: amount("Upper end."),
        method: name("`bootstrap`, `student` (two to four subjects) or `none` (one subject says nothing).")
      },
      optional: {}
    })
  }
});
var subject = describeObject("The score of one subject in one split.", {
  required: {
    name: name("The subject."),
    split: name("The split."),
    images,
    score: score("Mean over the images.")
  },
  optional: { domain: name("The domain.") }
});
var scores = describeObject("Scores on what was held out: val and test.", {
  required: {
    overall: row,
    splits: list("By split.", row, 2),
    classes: list("By class.", row, baselineBounds.classes),
    domains: list("By domain.", row, baselineBounds.domains),
    subjects: list("By subject.", subject, baselineBounds.subjects)
  },
  optional: {
    domainGap: describeObject(
      "The domain of most training images against the target domain.",
      {
        required: {
          training: name("The domain that most training images are from."),
          target: name("The domain that the model will meet."),
          difference: bound("Score of the first less that of the second.")
        },
        optional: {}
      }
    )
  }
});
var paired = describeObject(
  "On the same images, those that leak: with what they belong to (units) in training, and without.",
  {
    required: {
      images,
      units: count("Units that leak."),
      folds: count("Folds that the units are dealt into; a model was trained without each.", 1),
      trainingImages: count("Images that the model of the declared split was trained with."),
      unseenTrainingImages: count("The same of the models that were trained without a fold, the fewest."),
      seenScore: score("Of the model that was trained with their units."),
      unseenScore: score("Of the models that were trained without."),
      inflation: difference("The first less the second."),
      interval: describeObject("95 % interval of the inflation over units.", {
        required: {
          low: bound("Lower end."),
          high: bound("Upper end."),
          method: name("`bootstrap`, `student` (two to four units) or `none` (one unit says nothing).")
        },
        optional: {}
      })
    },
    optional: {}
  }
);
var leak = describeObject("What the score owes to leakage.", {
  required: {
    split: name("The split that is scored."),
    declaredScore: score("On the split as it is.")
  },
  optional: {
    paired,
    cleanScore: score("Of a model trained and tested on a division that divides no unit."),
    inflation: difference("The declared score less that: on other images.")
  }
});
var stages = {
  required: {},
  optional: {
    overfit: describeObject("One batch, learned by heart.", {
      required: { ...lossChange, images: count("Images of the batch."), score: score("On the batch.") },
      optional: {}
    }),
    shuffled: describeObject(
      "Trained with labels of other images.",
      {
        required: {
          ...lossChange,
          score: score("On what was held out, with its own labels."),
          trivialScore: score("Of the best prediction that is the same for every image.")
        },
        optional: {}
      }
    ),
    learning: describeObject("Trained on the train split.", {
      required: {
        ...lossChange,
        split: name("The split that is scored."),
        score: score("On that split."),
        trivialScore: score("Of the best prediction that is the same for every image.")
      },
      optional: {}
    }),
    score: scores,
    leak
  }
};
var baselineResultSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "holdout baseline result",
  ...describeObject("What training a baseline on a dataset showed.", {
    required: {
      schemaVersion: { description: "Version of this format.", const: baselineSchemaVersion },
      trainer: describeObject("What trained.", {
        required: { name: name("Its name."), version: name("Its version.") },
        optional: {}
      }),
      status: choice(
        "How far it came; `running` is also what a run shows that was killed.",
        baselineStatuses
      ),
      notes: list(
        "What a reader has to know.",
        text("A sentence.", baselineBounds.textLength),
        baselineBounds.notes
      ),
      stages: describeObject("Stages, as far as the run came.", stages),
      curves: list(
        "Losses of the stages.",
        describeObject("Losses of a stage.", {
          required: {
            stage: name("The stage."),
            steps: list("Steps, from 1.", count("A step."), baselineBounds.pointsOfCurve),
            losses: list("The loss at each.", loss("A mean."), baselineBounds.pointsOfCurve)
          },
          optional: {}
        }),
        baselineBounds.curves
      )
    },
    optional: {
      reason: describeObject("Why it is not finished.", {
        required: {
          code: name(
            "Of holdout’s trainer: bad-input, no-gpu, out-of-memory, nan-loss, unreadable-file, too-few-samples, interrupted, error."
          ),
          message: text("The reason in a sentence.", baselineBounds.textLength)
        },
        optional: {}
      }),
      input: describeObject("What it was trained on.", {
        required: { digest: name("The digest of the input, repeated.") },
        optional: { revision: name("The revision of the input, repeated.") }
      }),
      task: choice("What was learned.", baselineTasks),
      environment: describeObject("Where it ran.", {
        required: {
          device: name("`cpu` or `cuda`, for instance."),
          deviceName: name("What the device is called."),
          precision: name("What it computed in."),
          threads: count("Processor threads."),
          python: name("Version of Python."),
          packages: byName("Versions of packages.", name("A version."), 100)
        },
        optional: {}
      }),
      settings: byName("Settings that it ran with.", { type: "number" }, 100),
      model: describeObject("What was trained.", {
        required: { name: name("The network."), parameters: count("Its trainable numbers.") },
        optional: {}
      }),
      samples: byName(
        "What was used of each split.",
        describeObject("A split.", {
          required: { images: count("Images."), subjects: count("Known subjects.") },
          optional: {}
        }),
        10
      ),
      resources: describeObject("What it took.", {
        required: {},
        optional: {
          seconds: amount("Seconds in all."),
          processorSeconds: amount("Seconds of all threads together."),
          trainingSeconds: amount("Seconds in steps of training."),
          imagesPerSecond: amount("Images a second of these."),
          peakMemoryBytes: amount("Most bytes in use on the GPU.")
        }
      })
    }
  })
};

// src/baseline/read-result.ts
var maxResultBytes = 8e6;
var maxShownLength = 200;
function readBaselineResult(text2, file) {
  const validate = compileSchema();
  const value = parseJson(text2, file);
  if (validate(value)) return value;
  throw refuse(file, describeMistake(validate.errors?.[0]));
}
function compileSchema() {
  return new import_ajv.Ajv({ allowUnionTypes: true }).compile(baselineResultSchema);
}
function parseJson(text2, file) {
  try {
    return JSON.parse(text2);
  } catch (cause) {
    throw refuse(file, "no JSON", cause);
  }
}
function describeMistake(error) {
  if (!error) return "not of the schema";
  const place = error.instancePath === "" ? "the whole" : error.instancePath;
  return `${shortenMiddle(place, maxShownLength)} ${shortenMiddle(error.message ?? "", maxShownLength)}`;
}
function refuse(file, reason, cause) {
  return new HoldoutError("usage", `${file} is no result of a baseline: ${reason}`, {
    hint: "its format is in schemas/baseline-result.schema.json",
    cause
  });
}

export {
  maxResultBytes,
  readBaselineResult
};
