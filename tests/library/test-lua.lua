-- tests/library/test-lua.lua: the library from lgi
local lgi = require 'lgi'
local Fairlead = lgi.require ('Fairlead', '1')

local folder = arg[1] .. '/fixtures/amber-strait/'
local plan = Fairlead.Case.new { folder .. 'sdn.csv', folder .. 'roles.csv' }
local network = assert (plan:load (nil, nil))
local question = Fairlead.Question { target = { 'imo:3112048' }, limit = 3, draws = 0 }
local ranking = assert (network:rank (question, nil, nil))
local _, failure = network:select { 'programme:ATLANTIS' }

local cases = {
	{ 'a-network-is-loaded', network:get_n_entities () > 10 },
	{ 'a-ranking-is-a-list', ranking:get_n_items () == 3 and ranking:get_item (2):get_rank () == 3 },
	{ 'a-ranking-is-written', ranking:dup_text ('CSV', nil):match ('^rank,id,name') ~= nil },
	{ 'a-table-has-columns',
	  ranking:dup_table ():get_column ('score'):get_column_type () == 'NUMBER' },
	{ 'an-error-has-words', tostring (failure):match ('ATLANTIS') ~= nil },
}

print ('1..' .. #cases)
for i, case in ipairs (cases) do
	print ((case[2] and 'ok ' or 'not ok ') .. i .. ' /library/lua/' .. case[1])
end
