import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/model/number-words.ts
function formatCount(count) {
  return groupDigits(String(count));
}
function formatQuantity(count, singular, plural = `${singular}s`) {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
function formatNumber(value) {
  const size = Math.abs(value);
  if (!Number.isInteger(value) && size < 1e3) return String(Number(value.toPrecision(4)));
  const whole = Number.isInteger(value) ? value : Math.round(value);
  return size < 1e4 ? String(whole) : groupDigits(String(whole));
}
function formatShare(part, whole) {
  if (whole <= 0) return void 0;
  const percent = 100 * part / whole;
  if (part === 0 || part === whole) return `${percent} %`;
  return `${Math.min(99.9, Math.max(0.1, percent)).toFixed(1)} %`;
}
function groupDigits(digits) {
  return /^-?\d+$/.test(digits) ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : digits;
}

export {
  formatCount,
  formatQuantity,
  formatNumber,
  formatShare
};
