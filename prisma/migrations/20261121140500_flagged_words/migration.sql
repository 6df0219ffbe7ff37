-- The words that go with an answer and with an arrow can be flagged too. Whether they are hidden, the log says.
ALTER TABLE "flag" DROP CONSTRAINT "flag_kind",
ADD CONSTRAINT "flag_kind" CHECK ("kind" IN ('annotation', 'reply', 'card', 'position', 'relation'));
