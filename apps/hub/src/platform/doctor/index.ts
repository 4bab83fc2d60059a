export { findingsText } from './findings-text.ts';
export { type Finding, runDoctor } from './run-doctor.ts';
