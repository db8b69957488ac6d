-- The language somebody chose for their pages. Without one it is the browser's to say.
alter table account add column language text check (language in ('en', 'cy'));
