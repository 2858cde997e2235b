/**
 * Scores below which a metric says that a task was not solved well, by the metric's name in letters alone:
 * - Dice (which for two classes is F1): 0.7, from which an overlap is called good (Zijdenbos et al. 1994,
 *   doi:10.1109/42.363096), and the same overlap as Jaccard's index, 0.7 / (2 − 0.7);
 * - area under the ROC curve: 0.7, from which discrimination is called acceptable (Hosmer and Lemeshow 2000, "Applied
 *   Logistic Regression", § 5.2.4).
 * Accuracy and precision depend on how frequent the classes are, and distances on the task: they are not judged.
 */
const lowestGood: Readonly<Record<string, number>> = {
  dice: 0.7,
  dsc: 0.7,
  dicescore: 0.7,
  dicecoefficient: 0.7,
  meandice: 0.7,
  f: 0.7,
  fscore: 0.7,
  iou: 0.538,
  miou: 0.538,
  meaniou: 0.538,
  jaccard: 0.538,
  jaccardindex: 0.538,
  auc: 0.7,
  auroc: 0.7,
  rocauc: 0.7,
};

/**
 * The score from which a metric counts as good; undefined for a metric that is not judged.
 * @param metric as people write it: `Dice`, `mean IoU`, `F1`
 */
export function findLowestGood(metric: string): number | undefined {
  const name = metric.toLowerCase().replaceAll(/[^a-z]/g, '');
  return Object.hasOwn(lowestGood, name) ? lowestGood[name] : undefined;
}
