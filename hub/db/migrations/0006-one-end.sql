-- Sessions end by their own row in logins, which is read on every request; a second way to end them would have to be kept in step.

alter table users drop column token_gen;
