/**
 * Makes the roles, the database and its schemas. The administrator of a server runs this as a script (`psql -f`); for the
 * PostgreSQL we carry and for tests the program runs the very same statements. All of it may be run again.
 *
 * - `connexions_app`, `connexions_worker`: what the program may do, in its daily work and as the house. No login.
 * - `connexions_known`: for reading about people whose rights were worked out before: nobody else, and nothing to write. No login.
 * - `connexions_search`, `connexions_grants`: own the few functions that may read or write more than their caller. No login.
 * - `connexions_owner`: login for migrations; owns everything in the database.
 * - `connexions_program`: login of the running program. It has no rights of its own and inherits none: it takes on
 *   `connexions_app` when it connects and can change to `connexions_worker` or `connexions_known` only by saying so.
 */

export const APP_ROLE = 'connexions_app'
export const WORKER_ROLE = 'connexions_worker'
export const KNOWN_ROLE = 'connexions_known'
export const OWNER_LOGIN = 'connexions_owner'
export const PROGRAM_LOGIN = 'connexions_program'

/** The usual name of the database. */
export const DATABASE_NAME = 'connexions'

/** Statements for the server as a whole: roles and who is a member of what. For PostgreSQL 15 to 18. */
export const rolesSql = `
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('connexions_app', 'nologin inherit'),
      ('connexions_worker', 'nologin inherit'),
      ('connexions_known', 'nologin inherit'),
      ('connexions_search', 'nologin inherit'),
      ('connexions_grants', 'nologin inherit'),
      ('connexions_owner', 'login inherit'),
      ('connexions_program', 'login noinherit')
    ) as roles (name, terms)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I nosuperuser nocreatedb nocreaterole nobypassrls %s', wanted.name, wanted.terms);
    end if;
  end loop;
end
$$;

do $$
declare
  -- From PostgreSQL 16 each membership says for itself whether it is inherited and whether SET ROLE may use it;
  -- before that the member's own NOINHERIT decides, and SET ROLE is always allowed.
  by_terms boolean := current_setting('server_version_num')::integer >= 160000;
  wanted record;
begin
  for wanted in
    select * from (values
      ('connexions_app', 'connexions_program', 'inherit false, set true'),
      ('connexions_worker', 'connexions_program', 'inherit false, set true'),
      ('connexions_known', 'connexions_program', 'inherit false, set true'),
      ('connexions_search', 'connexions_owner', 'inherit true, set true'),
      ('connexions_grants', 'connexions_owner', 'inherit true, set true')
    ) as memberships (role, member, terms)
  loop
    if by_terms then
      execute format('grant %I to %I with %s', wanted.role, wanted.member, wanted.terms);
    elsif not pg_has_role(wanted.member, wanted.role, 'member') then
      execute format('grant %I to %I', wanted.role, wanted.member);
    end if;
  end loop;
  -- An administrator who is not a superuser must be able to become the owner to hand schemas over to it; from 16 on
  -- having made a role allows giving it to oneself, and no more.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant connexions_owner to %I %s', current_user,
      case when by_terms then 'with inherit true, set true' else '' end);
  end if;
end
$$;
`

/**
 * Statements to run inside a new database: nothing for the public, two schemas, three extensions, who may connect.
 * @param database its name; letters, digits and underscores
 */
export function insideDatabaseSql(database: string): string {
  const name = quoteName(database)
  return `
revoke all on database ${name} from public;
grant connect on database ${name} to connexions_owner, connexions_program;
revoke all on schema public from public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists fuzzystrmatch with schema public;
grant usage on schema public
  to connexions_owner, connexions_app, connexions_worker, connexions_known, connexions_search, connexions_grants;
create schema if not exists app authorization connexions_owner;
create schema if not exists pgboss authorization connexions_owner;
grant usage on schema app to connexions_app, connexions_worker, connexions_known;
-- A function can only be handed to a role that may make functions in its schema.
grant usage, create on schema app to connexions_search, connexions_grants;
grant usage on schema pgboss to connexions_app, connexions_worker;
-- A new function may be called by nobody until a migration says by whom.
alter default privileges for role connexions_owner revoke execute on functions from public;
`
}

/** The statement that makes a database with the text order the program counts on. It cannot run inside a transaction. */
export function createDatabaseSql(database: string): string {
  const terms = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`
  return `create database ${quoteName(database)} ${terms}`
}

/** The whole as a script for psql. Passwords are given as psql variables, so that they stand in no file. */
export function adminScript(database: string = DATABASE_NAME): string {
  return `-- Prepares a PostgreSQL server (15 or newer) for Connexions. Run it as an administrator:
--
--   psql -d postgres -v owner_password=... -v program_password=... -f this-file.sql
--
-- It may be run again: what is there is left as it is, passwords are set anew. The program then needs
--   DATABASE_URL=postgresql://connexions_program:...@host/${database}
--   DATABASE_OWNER_URL=postgresql://connexions_owner:...@host/${database}
\\set ON_ERROR_STOP on
${rolesSql}
alter role connexions_owner password :'owner_password';
alter role connexions_program password :'program_password';

select ${quoteText(createDatabaseSql(database))}
where not exists (select from pg_database where datname = ${quoteText(database)})
\\gexec

\\connect ${quoteName(database)}
${insideDatabaseSql(database)}`
}

/** A name inside double quotes. Throws a RangeError for one that is not plain. */
export function quoteName(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) throw new RangeError(`not a plain name: ${name}`)
  return `"${name}"`
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
