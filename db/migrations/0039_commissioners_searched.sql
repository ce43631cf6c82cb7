-- A commissioner's name without capitals and marks, to leave out at once what cannot be meant. Letters with accents are folded by the
-- application: names that have any are never left out here.
alter table app.commissioner add searched text generated always as
  (translate(lower(name), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '')) stored;
