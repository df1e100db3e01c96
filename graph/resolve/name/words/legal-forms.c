/* graph/resolve/name/words/legal-forms.c: what companies are in law, as registers of all
 * jurisdictions write it
 *
 * ISO 20275 lists the forms and who registers them; their names are here as they are found in
 * Latin letters, folded. Those of two letters, and those that are words of names, count behind
 * other words only. */
#include "graph/resolve/name/words/words.h"

const FairleadWordRow fairlead_legal_forms[] = {
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_LIMITED, FALSE,
	  /* English */
	  "ltd|limited|co ltd|company limited|company ltd|co limited|corp ltd|pte ltd|pte limited|"
	  "private limited|pvt ltd|pvt limited|private ltd|p ltd|pty ltd|pty limited|pty|pte|pvt|"
	  "proprietary limited|co pte ltd|co pvt ltd|llc|limited liability company|"
	  "limited liability co|co llc|ltd liability co|ltd liability company|ltd co|"
	  "with limited liability|society with limited liability|pllc|dac|"
	  "designated activity company|clg|company limited by guarantee|cyf|cyfyngedig|teoranta|"
	  "private company limited by shares|unlimited company|"
	  /* South and East Asia */
	  "sdn bhd|sendirian berhad|yugen kaisha|yugen gaisha|godo kaisha|godo gaisha|yuhan hoesa|"
	  "yuhanhoesa|yuhan chaegim hoesa|yuhan chaekim hoesa|you xian gong si|youxian gongsi|"
	  "you xian ze ren gong si|youxian zeren gongsi|cong ty tnhh|tnhh|"
	  "cong ty trach nhiem huu han|trach nhiem huu han|"
	  /* The Gulf and the Levant */
	  "wll|w l l|fze|fz e|fzco|fz co|fz llc|llc fz|fzc|fzllc|dmcc|dmccc|dwc llc|dwc|"
	  "free zone establishment|free zone company|sarl|sarlu|"
	  /* German, Dutch, Nordic */
	  "gmbh|g m b h|mbh|gesellschaft mit beschrankter haftung|gesellschaft m b h|ges m b h|"
	  "gesmbh|ggmbh|ug|ug haftungsbeschrankt|unternehmergesellschaft|besloten vennootschap|"
	  "besloten vennootschap met beperkte aansprakelijkheid|bvba|aps|anpartsselskab|ehf|"
	  "einkahlutafelag|"
	  /* Romance */
	  "lda|limitada|ltda|sociedade limitada|sociedad limitada|cia ltda|sprl|eurl|"
	  "societe a responsabilite limitee|societa a responsabilita limitata|srl|srls|"
	  "sociedad de responsabilidad limitada|s de rl|s de r l|s de rl de cv|spr de rl|"
	  "s p r de r l|slu|eirl|eireli|societate cu raspundere limitata|ltee|limitee|"
	  /* Slavic, Baltic, Turkic and others */
	  "ooo|obshchestvo s ogranichennoy otvetstvennostyu|"
	  "obshchestvo s ogranichennoi otvetstvennostyu|otvetstvennostyu ogranichennoy obshchestvo|"
	  "obschestvo s ogranichennoy otvetstvennostyu|"
	  "obschestvo s ogranichennoi otvetstvennostyu|tov|"
	  "tovarystvo z obmezhenoyu vidpovidalnistyu|tovarystvo z obmezhenoiu vidpovidalnistiu|"
	  "too|tovarishchestvo s ogranichennoy otvetstvennostyu|odo|"
	  "obshchestvo s dopolnitelnoy otvetstvennostyu|"
	  "tavarystva z abmezhavanay adkaznastsyu|eood|ood|"
	  "druzhestvo s ogranichena otgovornost|doo|d o o|drustvo s ogranicenom odgovornoscu|"
	  "druzba z omejeno odgovornostjo|sro|s r o|spol s r o|spolecnost s rucenim omezenym|"
	  "spolocnost s rucenim obmedzenym|sp z o o|sp zoo|"
	  "spolka z ograniczona odpowiedzialnoscia|sia|sabiedriba ar ierobezotu atbildibu|uab|"
	  "uzdaroji akcine bendrove|ou|osauhing|kft|korlatolt felelossegu tarsasag|epe|ike|"
	  "limited sirketi|ltd sti|ltd sirketi|limited sti|sti|mmc|"
	  "mehdud mesuliyyetli cemiyyet|mchj|shpk|shoqeri me pergjegjesi te kufizuar" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_SHARES, FALSE,
	  "plc|public limited company|pjs|p j s|private joint stock|public joint stock|pjsc|"
	  "p j s c|psc|jsc|j s c|ojsc|cjsc|jscb|ojscb|cjscb|"
	  "joint stock company|joint stock co|joint stock|stock company|"
	  "open joint stock company|closed joint stock company|public joint stock company|"
	  "private joint stock company|private jsc|public jsc|open jsc|closed jsc|"
	  "public limited|public company limited|pcl|"
	  /* South and East Asia */
	  "bhd|berhad|tbk|persero tbk|kk|k k|kabushiki kaisha|kabushiki gaisha|kabushikigaisha|"
	  "kabushikikaisha|jusikhoesa|jusik hoesa|chusik hoesa|chusikhoesa|"
	  "gufen youxian gongsi|gu fen you xian gong si|gufen gongsi|cong ty co phan|co phan|"
	  /* The Gulf and the Levant */
	  "sal|saog|saoc|sae|bsc|qsc|qpsc|kscp|kscc|ksc|"
	  /* German, Dutch, Nordic */
	  "aktiengesellschaft|kgaa|kommanditgesellschaft auf aktien|naamloze vennootschap|asa|"
	  "allmennaksjeselskap|aktieselskab|aksjeselskap|oyj|julkinen osakeyhtio|osakeyhtio|"
	  "societas europaea|hlutafelag|"
	  /* Romance */
	  "societe anonyme|sociedad anonima|sociedade anonima|societa per azioni|spa|s p a|sas|"
	  "sasu|societe par actions simplifiee|sociedad por acciones simplificada|"
	  "sa de cv|s a de c v|sociedad anonima de capital variable|sapi de cv|sapi|sab de cv|"
	  "sab|sau|s a u|compania anonima|societate pe actiuni|"
	  /* Slavic, Baltic, Turkic and others */
	  "oao|zao|pao|nao|aozt|aozot|oaozt|vat|prat|pat|"
	  "aktsionernoe obshchestvo|aktsionernoye obshchestvo|aktsionernoe obschestvo|"
	  "otkrytoe aktsionernoe obshchestvo|otkrytoye aktsionernoye obshchestvo|"
	  "zakrytoe aktsionernoe obshchestvo|zakrytoye aktsionernoye obshchestvo|"
	  "publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|"
	  "nepublichnoe aktsionernoe obshchestvo|aktsionerne tovarystvo|"
	  "publichne aktsionerne tovarystvo|pryvatne aktsionerne tovarystvo|"
	  "vidkryte aktsionerne tovarystvo|oado|ead|dd|akcionersko drustvo|dionicko drustvo|"
	  "delnicko drustvo|aktsionerno druzhestvo|spolka akcyjna|akciova spolecnost|"
	  "akciova spolocnost|akcine bendrove|akciju sabiedriba|aktsiaselts|"
	  "zrt|nyrt|reszvenytarsasag|zartkoruen mukodo reszvenytarsasag|"
	  "nyilvanosan mukodo reszvenytarsasag|anonim sirketi|anonim sirket|a s|asc|"
	  "aciq sehmdar cemiyyeti|anonymi etaireia|anonymi etairia" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_ANY, FALSE,
	  "est|establishment|inc|incorporated|corp|corporation|co|company|co inc|cie|compagnie|"
	  "compania|companhia|compagnia|cia|ibc|aktiebolag|aktiebolaget|sirketi|pt|"
	  "perseroan terbatas|persero|gong si|gongsi|cong ty|hoesa|hoisa|kaisha|gaisha|"
	  "sharikat|sherkat|sherkate|shirkat|sharika|sherkat sahami|ssa|kompaniya|kompania|"
	  "kompanija|companie|unipessoal|uninominal|s en c|joint venture|joint venture company|"
	  "c i|joint operation company|joint operation|j v|jv|jv co|unlimited|ulc|companies" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_PARTNERSHIP, FALSE,
	  "llp|lllp|limited liability partnership|limited partnership|gmbh co kg|"
	  "gmbh and co kg|gmbh and co|ohg|offene handelsgesellschaft|gbr|vof|"
	  "vennootschap onder firma|kommanditbolag|handelsbolag|kommanditgesellschaft|"
	  "kommanditselskab|scs|sca|snc|societe en commandite|societe en commandite simple|"
	  "societe en nom collectif|societa in nome collettivo|societa in accomandita semplice|"
	  "spolka komandytowa|spolka jawna|gomei kaisha|gomei gaisha|goshi kaisha|goshi gaisha|"
	  "komanditno drustvo|general partnership" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_PARTNERSHIP, TRUE, "lp|kg|bt|kb|sc|gp" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_SHARES, TRUE, "ag|nv|hf|sa|ao|ad|ae|se" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_BODY, TRUE, "ev|ac|eg|asbl|vzw" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_BODY, FALSE,
	  "stiftung|anstalt|fundacion|gie|fgup|gup|federal state unitary enterprise|"
	  "federalnoe gosudarstvennoe unitarnoe predpriyatie|"
	  "gosudarstvennoe unitarnoe predpriyatie|municipal unitary enterprise|"
	  "republican unitary enterprise|state unitary enterprise|unitary enterprise|"
	  "private unitary enterprise|unitarnoe predpriyatie|rup|mup|chup|chtup|"
	  "derzhavne pidpryyemstvo|derzhavne pidpryemstvo|"
	  "foundation|trust|fondation|fondazione|fundacao|stichting|eingetragener verein|"
	  "bonyad|bonyade|muassasat|muassassat|moassasat|muassasa|muassasah|vakfi|vaqf|waqf|fonds|"
	  "nonprofit organization|autonomous nonprofit organization" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_LIMITED, TRUE, "bv|sl|lc|oy" },
	{ FAIRLEAD_WORD_LEGAL, FAIRLEAD_FORM_ANY, TRUE, "cv|ab|as|ca|kd|dp|pc|na" },
};

const gsize fairlead_n_legal_forms = G_N_ELEMENTS (fairlead_legal_forms);
