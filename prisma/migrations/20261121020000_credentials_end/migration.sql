-- However a session or token ends, the live streams that were opened with it are looked at again at once.
CREATE FUNCTION announce_credential_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('cruxbook', 'user:' || OLD.user_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER credential_end AFTER DELETE ON "session" FOR EACH ROW EXECUTE FUNCTION announce_credential_end();
CREATE TRIGGER credential_end AFTER DELETE ON "api_token" FOR EACH ROW EXECUTE FUNCTION announce_credential_end();
