-- Whom a candidate let the agency ask says who treats them, and what is asked says what they have: a question of consent about a doctor or
-- carer is there for who guides them themselves, and for the second person who judges its paper. No membership alone, and no broken glass.
create policy spoor_staff_carer on app.consent as restrictive to spoor_staff
  using (carer_id is null or trajectory_id in (select app.own_trajectories()) or id in (select app.consents_to_confirm()))
  with check (true);
create policy spoor_staff_carer on app.consent_event as restrictive to spoor_staff
  using (consent_id in (select c.id from app.consent c)) with check (true);

-- The document goes where its row of the register goes, and nowhere else.
create policy spoor_staff_register on app.disclosed_document as restrictive to spoor_staff
  using (subject_id = app.subject() and disclosure_id in (select d.id from app.disclosure d)) with check (true);

-- The gates write down what it goes on at that moment, so that withdrawing that stops it too.
grant insert on app.disclosure_consent to spoor_worker;
