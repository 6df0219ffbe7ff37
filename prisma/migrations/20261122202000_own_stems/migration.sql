-- One term in the languages that are looked through. A word is met in all its forms, a phrase and a beginning as they stand. A
-- word that is its own stem is asked for once, whatever its weight: the index takes half as long.
CREATE OR REPLACE FUNCTION "search_term"("kind" text, "said" text, "codes" text[]) RETURNS tsquery
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  plain text := btrim(search_plain(said));
  pairs text := btrim(search_pairs(search_folded(plain)));
  written tsquery;
  stems tsquery;
  found tsquery;
  is_stem boolean := false;
BEGIN
  -- Of ½ and ² nothing is left to look for.
  IF pairs = '' THEN RETURN ''::tsquery; END IF;
  written := to_tsquery('pg_catalog.simple', '''' || pairs || ''':' ||
    CASE WHEN kind = 'prefix' OR pairs <> search_folded(plain) OR pairs ~ '^[\u3005-\u3007\u3041-\u31ff\u3400-\u9fff\uac00-\ud7ff]$'
      THEN '*AC' ELSE 'AC' END);
  IF kind <> 'word' THEN RETURN written; END IF;
  FOR stems IN
    SELECT DISTINCT phraseto_tsquery(stemmer, plain) FROM (SELECT search_language(code) AS stemmer FROM unnest(codes) code) l
    WHERE stemmer <> 'pg_catalog.simple'::regconfig
  LOOP
    CONTINUE WHEN numnode(stems) = 0;
    is_stem := is_stem OR stems::text = replace(written::text, ':AC', '');
    found := coalesce(found || stems, stems);
  END LOOP;
  RETURN CASE WHEN is_stem THEN found ELSE coalesce(written || found, written) END;
END $$;
