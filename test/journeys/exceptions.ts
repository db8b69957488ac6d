/** Lines of the register that are never looked at, each with the reason. Only files to keep, JSON and ways on may stand here. */
export const NOT_PAGES: Readonly<Record<string, string>> = {
  '/calendar/:file': 'a calendar that another program reads',
  '/caseload.csv': 'a file to keep',
  '/caseload/lists/:listId/csv': 'a file to keep',
  '/lists/:runId/rows/:row': 'leads on to the record',
  '/lists/:runId/to-mend.csv': 'a file to keep',
  '/matching/models/:modelId/export.json': 'a file to keep',
  '/matching/quality.csv': 'a file to keep',
  '/matching/quality/:organisationId/rows.csv': 'a file to keep',
  '/notebook/standing': 'JSON',
  '/notebook/worker.js': 'a script',
  '/open/:token/leave': 'leads away at once',
  '/open/:token/file.pdf': 'a file to keep',
  '/open/:token/plan.pdf': 'a file to keep',
  '/people/:personId/plan/copy.pdf': 'a file to keep',
  '/people/:personId/story.pdf': 'a file to keep',
  '/review/:pairId/why.json': 'JSON',
}
