/**
 * Long work, done beside the requests: asked for in the transaction that calls for it, shown while it runs, stopped when
 * asked, gone on with after an interruption. The queue is pg-boss in the same database.
 */
export { cancelJob, countJobs, findJob, type JobProgress, recentJobs, retryJob, runningFor, send } from './ask.ts'
export { defineJob, type JobDefinition, type JobIds, type Progress, type RunningJob } from './define.ts'
export { installJobs } from './install.ts'
export { putJobsBack } from './put-back.ts'
export { JobStopped, type StopReason } from './run-job.ts'
export { type Jobs, type JobsOptions, startJobs } from './runner.ts'
