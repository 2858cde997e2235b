import type { VerdictReason } from '../model/report.ts';

/** What findings of a check say about the whole dataset. */
export interface VerdictRule {
  readonly check: string;
  /** The findings that the rule is about, by their message. */
  readonly messageIds: readonly string[];
  readonly level: VerdictReason['level'];
  /** The sentence for a single finding, filled with its data. */
  readonly one: string;
  /** The sentence for several, filled with `count`; `one` with the first finding's data where there is none. */
  readonly many?: string;
}

/**
 * The rules of the verdict, the weightiest first. `unsupported`: a model trained on the dataset as it stands
 * cannot be shown to work. `limited`: it can, but what was found bounds what its score means. A check that fails
 * at error severity without a rule of its own limits, too; warnings without a rule do not count.
 */
export const verdictRules: readonly VerdictRule[] = [
  {
    check: 'leakage/subject',
    messageIds: ['leak'],
    level: 'unsupported',
    one: 'Subject {subject} stands in {splits}: scores on the test set would be too good.',
    many: '{count} subjects stand in more than one split: scores on the test set would be too good.',
  },
  {
    check: 'leakage/subject',
    messageIds: ['joined'],
    level: 'unsupported',
    one: 'Pictures tie subjects {ids} together across splits: scores on the test set would be too good.',
    many: 'Pictures tie {count} sets of subjects together across splits: scores on the test set would be too good.',
  },
  {
    check: 'leakage/near-duplicate',
    messageIds: ['copy'],
    level: 'unsupported',
    one: 'One picture, saved again, stands in more than one split: scores on the test set would be too good.',
    many: '{count} pictures, saved again, stand in more than one split: scores on the test set would be too good.',
  },
  {
    check: 'leakage/group',
    messageIds: ['leak'],
    level: 'unsupported',
    one: 'The {kind} {group} stands in {splits}: scores on the test set would be too good.',
    many: '{count} groups (study, series, clip, volume or session) stand in more than one split: scores on the test set would be too good.',
  },
  {
    check: 'leakage/duplicate',
    messageIds: ['bytes', 'pixels', 'listed'],
    level: 'unsupported',
    one: 'One picture stands in more than one split: scores on the test set would be too good.',
    many: '{count} pictures stand in more than one split: scores on the test set would be too good.',
  },
  {
    check: 'composition/labelled',
    messageIds: ['none'],
    level: 'unsupported',
    one: 'No sample{target} is labelled.',
  },
  {
    check: 'subjects/count',
    messageIds: ['few'],
    level: 'unsupported',
    one: 'All {samples} {labelled}samples{target} come from {subjects|subject|subjects} (effective number {effective}): too few to learn from and to test on.',
  },
  {
    check: 'composition/labelled',
    messageIds: ['few'],
    level: 'limited',
    one: 'Only {labelled} of {samples|image|images} ({share%}) are labelled images{target}.',
  },
  {
    check: 'composition/labelled',
    messageIds: ['unlabelled-split'],
    level: 'limited',
    one: 'Nothing{target} in {split} is labelled.',
    many: '{count} splits hold nothing labelled.',
  },
  {
    check: 'domain/shift',
    messageIds: ['brighter'],
    level: 'limited',
    one: 'The intensities of {bright} and {dark} do not match ({difference|grey level|grey levels} apart on average): what is learned on one need not hold on the other.',
    many: 'The intensities of {count} pairs of domains or splits do not match: what is learned on one need not hold on the other.',
  },
  {
    check: 'domain/shift',
    messageIds: ['spread'],
    level: 'limited',
    one: 'The intensities of {first} and {second} are spread differently: what is learned on one need not hold on the other.',
    many: 'The intensities of {count} pairs of domains or splits are spread differently: what is learned on one need not hold on the other.',
  },
  {
    check: 'leakage/scene',
    messageIds: ['scene'],
    level: 'limited',
    one: 'Two splits seem to show one scene: scores on the test set may be too good.',
    many: '{count} scenes seem to stand in more than one split: scores on the test set may be too good.',
  },
  {
    check: 'subjects/identified',
    messageIds: ['none'],
    level: 'limited',
    one: 'No sample names its subject, so that leakage by subject cannot be judged.',
  },
  {
    check: 'subjects/identified',
    messageIds: ['some'],
    level: 'limited',
    one: '{unknown} of {samples|sample|samples} name no subject, so that leakage by subject cannot be ruled out for them.',
  },
  {
    check: 'subjects/count',
    messageIds: ['few-in-split'],
    level: 'limited',
    one: 'The {split} split holds {subjects} {labelled}{subjects:subject|subjects}{target}, too few for a score that means much.',
    many: '{count} splits hold fewer subjects{target} than a score that means much needs.',
  },
  {
    check: 'subjects/count',
    messageIds: ['dominant'],
    level: 'limited',
    one: 'One subject gives {share%} of the {labelled}samples{target}.',
  },
  {
    check: 'classes/coverage',
    messageIds: ['absent', 'absent-in'],
    level: 'limited',
    one: 'The class {name} is missing from a split or a domain.',
    many: '{count} times a class is missing from a split or a domain.',
  },
];
