import { describe, expect, it } from 'vitest';
import { listMessages } from './problems.ts';

const head = 'dataset: {name: x}\nsamples: {files: "*.png"}\n';

const mistakes: Record<string, [text: string, ...messages: string[]]> = {
  'an unknown key with a near name': [
    'dataset: {name: x}\nsamples:\n  files: "*.png"\n  subejct: {pattern: x}\n',
    'holdout.yml:4:3: unknown key "subejct", did you mean "subject"?',
  ],
  'an unknown key with no near name': [
    `${head}zzzzzz: 1\n`,
    'holdout.yml:3:1: unknown key "zzzzzz", expected one of dataset, samples, labels, task, baseline, checks, report, accept, limits',
  ],
  'a key in the wrong section': [
    `${head}manifest: m.csv\n`,
    'holdout.yml:3:1: unknown key "manifest", did you mean "samples.manifest"?',
  ],
  'missing keys, pointing at what lacks them': [
    'dataset: {}\nlabels: {classes: [{color: "#ffffff"}]}\n',
    'holdout.yml:1:1: missing key "samples"',
    'holdout.yml:1:1: missing key "name" in "dataset"',
    'holdout.yml:2:20: missing key "name" in "labels.classes[0]"',
  ],
  'no source of samples': [
    'dataset: {name: x}\nsamples: {root: images}\n',
    'holdout.yml:2:1: "samples" needs at least one of manifest, splits, files',
  ],
  'a manifest without columns': [
    'dataset: {name: x}\nsamples: {manifest: m.csv}\n',
    `holdout.yml:2:1: missing key "columns" in "samples" (a manifest is read by its columns: write columns: {image: …} with the one that holds the image's path)`,
  ],
  'a manifest without an image column': [
    'dataset: {name: x}\nsamples:\n  manifest: m.csv\n  columns: {label: mask}\n',
    'holdout.yml:4:3: missing key "image" in "samples.columns"',
  ],
  'a number where text is expected': [
    'dataset: {name: 2024}\nsamples: {files: true}\n',
    'holdout.yml:1:17: "dataset.name" is 2024, expected text that is not blank (put it in quotes to make it text)',
    'holdout.yml:2:18: "samples.files" is true, expected a glob or a list of globs (put it in quotes to make it text)',
  ],
  'an empty section': [
    'dataset:\nsamples: {files: []}\n',
    'holdout.yml:1:1: "dataset" is empty, expected a mapping with the keys name, description',
    'holdout.yml:2:18: "samples.files" is an empty list, expected a glob or a list of globs',
  ],
  'a value inside one form of a union': [
    'dataset: {name: x}\nsamples:\n  manifest: {train: a.csv, test: [b.csv, 3]}\n  columns: {image: file}\n',
    'holdout.yml:3:42: "samples.manifest.test[1]" is 3, expected a path (put it in quotes to make it text)',
  ],
  'a pattern without its mapping': [
    'dataset: {name: x}\nsamples: {files: "*", subject: "^(.)"}\n',
    `holdout.yml:2:32: "samples.subject" is "^(.)", expected a mapping with the key pattern (write {pattern: '…'})`,
  ],
  'a kind that is none': [
    `${head}labels: {kind: masks}\n`,
    'holdout.yml:3:16: "labels.kind" is "masks", expected one of mask, class, boxes, none; did you mean "mask"?',
  ],
  'annotation files where labels are no boxes': [
    `${head}labels: {annotations: all.json}\n`,
    'holdout.yml:3:10: "labels.annotations" is read for boxes only, expected "labels.kind" to be boxes',
  ],
  'an annotation file out of the dataset': [
    `${head}labels: {kind: boxes, annotations: [a.json, ../b.json]}\n`,
    `holdout.yml:3:45: "../b.json" leads out of the dataset's directory, expected a path inside it`,
  ],
  'a task without kind': [
    `${head}task: {targetDomain: real}\n`,
    'holdout.yml:3:1: missing key "kind" in "task"',
  ],
  'a colour that YAML takes for a comment': [
    `${head}labels:\n  classes:\n    - name: liver\n      color: #640064\n`,
    'holdout.yml:6:7: "labels.classes[0].color" is empty, expected a colour written as "#rrggbb" (put the colour in quotes: in YAML an unquoted # starts a comment)',
  ],
  'the same inside brackets': [
    `${head}labels:\n  classes:\n    - {name: liver, color: #640064}\n    - {name: spleen}\n`,
    'holdout.yml:6:5: this line is indented differently from what it belongs to, or a bracket before it is not closed (put colours in quotes: in YAML an unquoted # starts a comment)',
  ],
  'classes that cannot be told apart': [
    `${head}labels:
  kind: mask
  classes:
    - {name: a, color: "#640064"}
    - {name: a, color: "#640064"}
    - {name: b, color: "#000000"}
  ignore: ["#64006A", "#64006a"]
`,
    'holdout.yml:7:14: the name "a" is already that of class "a" in line 6',
    'holdout.yml:7:24: the color "#640064" is already that of class "a" in line 6',
    'holdout.yml:8:24: the color "#000000" is already that of the background by default',
    'holdout.yml:9:23: the color "#64006a" is already that of an ignored value in line 9',
  ],
  'an index shared with a background below': [
    `${head}labels:\n  kind: mask\n  classes: [{name: a, index: 3}]\n  background: {index: 3}\n`,
    'holdout.yml:6:23: the index 3 is already that of class "a" in line 5',
  ],
  'colours mixed with indices': [
    `${head}labels:
  kind: mask
  classes: [{name: a, color: "#640064"}, {name: b, index: 1}, {name: c, color: "#640065", index: 2}]
  ignore: [255]
`,
    'holdout.yml:5:42: class "b" has no color, expected one as the first class has',
    'holdout.yml:5:91: class "c" has a color and an index, expected one of them',
    'holdout.yml:6:12: cannot ignore 255, expected a colour, since classes have colours',
  ],
  'masks without classes': [
    `${head}labels: {kind: mask}\n`,
    'holdout.yml:3:16: masks need "labels.classes", each class with a color or each with an index',
  ],
  'masks whose classes have neither': [
    `${head}labels: {kind: mask, classes: [{name: a}]}\n`,
    'holdout.yml:3:32: class "a" has no color, expected one since labels are masks',
  ],
  'an ignored value of no kind': [
    `${head}labels: {kind: mask, classes: [{name: a, index: 1}], ignore: [70000, red]}\n`,
    'holdout.yml:3:63: "labels.ignore[0]" is 70000, expected a colour written as "#rrggbb", or a whole number from 0 to 65535',
    'holdout.yml:3:70: "labels.ignore[1]" is "red", expected a colour written as "#rrggbb", or a whole number from 0 to 65535',
  ],
  'checks and options that do not exist': [
    `${head}checks: {leakage/subjct: off, subject: off, subjects/count: [info, {minPerSplt: 5}]}\n`,
    'holdout.yml:3:10: unknown check "leakage/subjct", did you mean "leakage/subject"?',
    'holdout.yml:3:31: unknown check "subject", did you mean "leakage/subject"?',
    'holdout.yml:3:69: unknown option "minPerSplt" of "subjects/count", did you mean "minPerSplit"?',
  ],
  'an option of a check that has none': [
    `${head}checks: {leakage/subject: [info, {min: 5}]}\n`,
    'holdout.yml:3:35: unknown option "min" of "leakage/subject"',
  ],
  'values of options': [
    `${head}checks: {subjects/count: [warn, {maxShare: 3, strict: 1, minPerSplit: 0}]}\n`,
    'holdout.yml:3:27: "checks.subjects/count[0]" is "warn", expected one of error, warning, info, off',
    'holdout.yml:3:44: "checks.subjects/count[1].maxShare" is 3, expected a number from 0 to 1',
    'holdout.yml:3:55: "checks.subjects/count[1].strict" is 1, expected true or false',
    'holdout.yml:3:71: "checks.subjects/count[1].minPerSplit" is 0, expected a whole number of at least 1',
  ],
  'a check switched as a boolean': [
    `${head}checks: {leakage/subject: false, subjects/count: true}\n`,
    'holdout.yml:3:27: "checks.leakage/subject" is false, expected one of error, warning, info, off, or a list [severity, options] (write off, without quotes or in them)',
    'holdout.yml:3:50: "checks.subjects/count" is true, expected one of error, warning, info, off, or a list [severity, options] (write a severity)',
  ],
  'options without a severity': [
    `${head}checks:\n  leakage/subject: [error]\n  subjects/count: {minPerSplit: 3}\n`,
    'holdout.yml:4:20: "checks.leakage/subject" is a list of 1, expected a list [severity, options]',
    'holdout.yml:5:19: "checks.subjects/count" is a mapping, expected one of error, warning, info, off, or a list [severity, options]',
  ],
  'a privacy that is none': [
    `${head}report: {privacy: closed}\n`,
    'holdout.yml:3:19: "report.privacy" is "closed", expected one of open, ids, strict',
  ],
  'waivers without grounds': [
    `${head}accept:
  - {check: leakage/subjct, key: 12, reason: "  "}
  - {check: leakage/subject, key: a, until: 2027-02-30}
  - {check: leakage/subject, key: a, reason: b, until: tomorrow}
`,
    'holdout.yml:4:13: "accept[0].check" is "leakage/subjct", expected one of leakage/subject, subjects/count; did you mean "leakage/subject"?',
    'holdout.yml:4:34: "accept[0].key" is 12, expected the key of a finding, as the report shows it (put it in quotes to make it text)',
    'holdout.yml:4:46: "accept[0].reason" is "  ", expected a reason in words',
    'holdout.yml:5:5: missing key "reason" in "accept[1]"',
    'holdout.yml:5:45: "2027-02-30" is no day of the calendar',
    'holdout.yml:6:56: "accept[2].until" is "tomorrow", expected a date as YYYY-MM-DD',
  ],
  'published scores that cannot be shown': [
    `${head}baseline:
  published:
    - {metric: " ", value: high, citation: a}
    - {metric: Dice, value: 1, citation: a, url: "javascript:alert(1)"}
    - {metric: Dice, value: 1, classes: []}
`,
    'holdout.yml:5:16: "baseline.published[0].metric" is " ", expected text that is not blank, of at most 200 characters',
    'holdout.yml:5:28: "baseline.published[0].value" is "high", expected a number',
    'holdout.yml:6:50: "baseline.published[1].url" is "javascript:alert(1)", expected an address that starts with http:// or https://',
    'holdout.yml:7:7: missing key "citation" in "baseline.published[2]"',
    'holdout.yml:7:41: "baseline.published[2].classes" is an empty list, expected a list of classes',
  ],
  'limits out of range': [
    `${head}limits: {pixels: 0.5, fileMegabytes: .nan, decodeSeconds: 0}\n`,
    'holdout.yml:3:18: "limits.pixels" is 0.5, expected a whole number from 1 to 1,000,000,000',
    'holdout.yml:3:38: "limits.fileMegabytes" is NaN, expected a number above 0, at most 2,000',
    'holdout.yml:3:59: "limits.decodeSeconds" is 0, expected a number above 0, at most 3,600',
  ],
  'patterns that do not compile or name no group': [
    `dataset: {name: x}
samples:
  files: "*"
  subject: {pattern: "(x"}
  split: {pattern: "(?=x)"}
  domain: {pattern: "(.)/"}
  groups: {study: {pattern: "(?<series>x)"}}
`,
    'holdout.yml:4:22: the pattern "(x" is no regular expression: missing closing ): `(x`',
    'holdout.yml:5:20: the pattern "(?=x)" is no regular expression: invalid or unsupported Perl syntax: `(?=` (patterns are RE2: no look-ahead, look-behind or back-references)',
    'holdout.yml:6:21: the pattern "(.)/" has no group named "domain", expected (?<domain>…) in it',
    'holdout.yml:7:29: the pattern "(?<series>x)" has no group named "study", expected (?<study>…) in it',
  ],
  'templates with wrong placeholders': [
    'dataset: {name: x}\nsamples:\n  files: "*"\n  image: {template: "{stm}.png"}\n  label: {template: "masks.png"}\n',
    'holdout.yml:4:21: unknown placeholder "{stm}", did you mean "{stem}"?',
    'holdout.yml:5:21: the template "masks.png" has no placeholder, so that all images would share one file, expected {dir}, {stem}, {name}, {ext}, {path}',
  ],
  'a template with an open brace': [
    'dataset: {name: x}\nsamples: {files: "*", label: {template: "{stem.png"}}\n',
    'holdout.yml:2:41: the template "{stem.png" has a brace without its partner, expected {dir}, {stem}, {name}, {ext}, {path}',
  ],
  'a kind of group that is no name': [
    'dataset: {name: x}\nsamples: {files: "*", columns: {groups: {study-id: s}}}\n',
    'holdout.yml:2:42: "study-id" cannot be a key of "samples.columns.groups", expected letters, digits and underscores, such as study',
  ],
  'paths that lead out of the dataset': [
    'dataset: {name: x}\nsamples:\n  files: [a/*.png, /abs/*.png]\n  root: a/../../x\n  labelRoot: C:\\masks\n  splits: {train: ../t.txt}\n',
    `holdout.yml:3:20: "/abs/*.png" leads out of the dataset's directory, expected a path inside it`,
    `holdout.yml:4:9: "a/../../x" leads out of the dataset's directory, expected a path inside it`,
    `holdout.yml:5:14: "C:\\masks" leads out of the dataset's directory, expected a path inside it`,
    `holdout.yml:6:19: "../t.txt" leads out of the dataset's directory, expected a path inside it`,
  ],
};

describe('a mistake in holdout.yml', () => {
  it.each(Object.entries(mistakes))('%s', (_, [text, ...messages]) => {
    expect(listMessages(text)).toEqual(messages);
  });

  it('is found in JSON at the same place', () => {
    expect(listMessages('{\n  "dataset": {"nam": "x"},\n  "samples": {"files": "*"}\n}\n')).toEqual([
      'holdout.yml:2:3: missing key "name" in "dataset"',
      'holdout.yml:2:15: unknown key "nam", did you mean "name"?',
    ]);
  });

  it('is found at the same place with a byte order mark and Windows line ends', () => {
    expect(listMessages('\uFEFFdatset: {name: x}\r\nsamples: {file: "*"}\r\n')).toEqual([
      'holdout.yml:1:1: missing key "dataset"',
      'holdout.yml:1:1: unknown key "datset", did you mean "dataset"?',
      'holdout.yml:2:1: "samples" needs at least one of manifest, splits, files',
      'holdout.yml:2:11: unknown key "file", did you mean "files"?',
    ]);
  });

  it('is listed with a hundred others, and the rest is counted', () => {
    const keys = Array.from({ length: 250 }, (_, at) => `  unknown${at}: 1`).join('\n');
    const messages = listMessages(`dataset:\n  name: x\n${keys}\nsamples: {files: "*"}\n`);
    expect(messages).toHaveLength(101);
    expect(messages.at(-1)).toBe('holdout.yml:103:3: and 150 more');
  });
});
