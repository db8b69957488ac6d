-- Who moved the threshold of matching, and when: freezing the model changes the same row and is somebody else's deed.
alter table match_setting
  add column link_at timestamptz,
  add column link_by uuid;
