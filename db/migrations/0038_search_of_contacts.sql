-- A beginning that many share is looked up for contact persons apart, so that nobody's search goes through all who begin like that.
create index person_token_contact on app.person_token (kind, token, person_id) where person_kind = 'contact';
