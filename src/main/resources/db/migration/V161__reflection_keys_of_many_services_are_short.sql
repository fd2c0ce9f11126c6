-- Proposals about many services are known by a digest of their names: the names themselves were longer than an address or an
-- index takes. What was answered in the open reflection stays with its proposal; what was held keeps the key that it had.
update reflection.answer
   set proposal = regexp_replace(proposal, '[^:]*$', '') || left(encode(sha256(convert_to(substring(proposal from '[^:]*$'), 'UTF8')), 'hex'), 32)
 where review is null
   and code in ('RAISE_TOP_BOUND', 'LOWER_BOUND', 'RAISE_BOUND')
   and length(substring(proposal from '[^:]*$')) > 200;
