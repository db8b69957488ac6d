/** Where the program starts. */

const USAGE = 'Usage: connexions <command>\n'

/**
 * Runs one command.
 * @param argv the command and its arguments
 * @returns the exit code
 */
export async function run(argv: string[]): Promise<number> {
  process.stdout.write(USAGE)
  return argv.length === 0 ? 0 : 1
}
