// tests/library/test-javascript.js: the library from gjs
imports.gi.versions.Fairlead = '1';
const { Fairlead } = imports.gi;

const folder = `${ARGV[0]}/fixtures/amber-strait`;
const plan = new Fairlead.Case({ inputs: [`${folder}/sdn.csv`, `${folder}/roles.csv`] });
const network = plan.load(null, null);
const question = new Fairlead.Question({ target: ['imo:3112048'], limit: 3, draws: 0 });
const ranking = network.rank(question, null, null);
const ranks = [];
for (let i = 0; i < ranking.get_n_items(); i++)
	ranks.push(ranking.get_item(i).get_rank());

const cases = {
	'a-network-is-loaded': () => network.get_n_entities() > 10,
	'a-ranking-is-a-list': () => ranks.join() === '1,2,3',
	'a-ranking-is-written': () =>
		ranking.dup_text(Fairlead.Format.CSV).trim().split('\n').length === 4,
	'a-table-has-columns': () =>
		ranking.dup_table().get_column('score').get_column_type() === Fairlead.ColumnType.NUMBER,
	'an-error-has-a-code': () => {
		try {
			network.select(['programme:ATLANTIS']);
		} catch (error) {
			return error.matches(Fairlead.error_quark(), Fairlead.Error.UNKNOWN_REFERENCE);
		}
		return false;
	},
};

print(`1..${Object.keys(cases).length}`);
Object.entries(cases).forEach(([name, isRight], i) =>
	print(`${isRight() ? 'ok' : 'not ok'} ${i + 1} /library/javascript/${name}`));
