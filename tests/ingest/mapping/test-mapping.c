/* tests/ingest/mapping/test-mapping.c: the language of mapping files */
#include "ingest/mapping/mapping.h"
#include "tests/common/helpers.h"

#include <string.h>

static FairleadMapping *
parse (const char *text, GError **error)
{
	return fairlead_mapping_new ("a.mapping", text, strlen (text), error);
}

/* ---- what is read ---- */

#define OPEN "[mapping]\nname=m\n"
#define SHIP "[entity ship]\nkind=vessel\nkey=s:{id}\n"
#define PAIR "[entity a]\nkey=s:{a}\n[entity b]\nkey=s:{b}\n"
#define LINK PAIR "[link l]\nfrom=a\nto=b\n"

typedef struct {
	const char *name;
	const char *mapping;
	const char *file;
	const char *expected;
} Case;

static const Case cases[] = {
	{ "a-template-joins-columns-and-text", OPEN SHIP "name={x} of {y}\nalias={{{x}}}\n",
	  "id,x,y\n1, A ,B\n2,,B\n3,,\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nentity s:3 vessel :4\n"
	  "name s:1 primary \"A of B\" :2\nname s:1 alias \"{A}\" :2\nname s:2 primary \"of B\" "
	  ":3\n" },
	{ "a-key-needs-every-column", OPEN "[entity e]\nkey=s:{x}-{y}\nname={x}\n",
	  "x,y\n1,2\n1,\n,2\n",
	  "entity s:1-2 unknown :2\nname s:1-2 primary \"1\" :2\n"
	  "issue missing-field [e] has nothing for its key= here: \"1\" was left out (line 5 of "
	  "the mapping m) :3\n"
	  "issue missing-field no entity of the mapping m has its key here :4\n" },
	{ "an-optional-column-may-be-absent", OPEN "[entity e]\nkey=s:{x}{y?}\nname={z?}\n",
	  "x\n1\n", "entity s:1 unknown :2\n" },
	{ "an-optional-part-of-a-key-may-be-empty", OPEN "[entity e]\nkey=s:{x}{y?}\nname={x}\n",
	  "x,z\n1,2\n", "entity s:1 unknown :2\nname s:1 primary \"1\" :2\n" },
	{ "columns-of-one-name-are-told-by-number", OPEN SHIP "name={n}\nalias={n#2}\n",
	  "id,n,N\n1,A,B\n",
	  "entity s:1 vessel :2\nname s:1 primary \"A\" :2\nname s:1 alias \"B\" :2\n" },
	{ "odd-names-stand-in-quotes", OPEN "[entity e]\nkey=s:{\"a|b?\"}\nname={\"n#2\"#2}\n",
	  "a|b?,n#2,n#2\n1,A,B\n", "entity s:1 unknown :2\nname s:1 primary \"B\" :2\n" },
	{ "the-header-is-found-below-other-lines", OPEN SHIP "name={n}\n",
	  "Last Updated,1/1/2014\n# ID,N\n1,A\n",
	  "entity s:1 vessel :3\nname s:1 primary \"A\" :3\n" },
	{ "columns-may-be-stated",
	  "[mapping]\nname=m\ncolumns=id;n\nskip=1\ndelimiter=pipe\n" SHIP "name={n}\n",
	  "x|y\n1|A\n2|B\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\n"
	  "name s:1 primary \"A\" :2\nname s:2 primary \"B\" :3\n" },
	{ "a-lookup-gives-what-another-row-says",
	  OPEN "[lookup n]\nkey={id}\nvalue={n}\n[entity e]\nkey=s:{id}\nname={n}\n"
	       "alias={owner|lookup:n}\n",
	  "id,n,owner\n1,A,2\n2,B,\n3,C,9\n1,D,\n",
	  "entity s:1 unknown :2\nentity s:2 unknown :3\nentity s:3 unknown :4\n"
	  "name s:1 primary \"A\" :2\nname s:1 alias \"B\" :2\nname s:2 primary \"B\" :3\n"
	  "name s:3 primary \"C\" :4\nname s:1 primary \"D\" :5\n"
	  "issue bad-record [lookup n] has \"A\" for \"1\" already: \"D\" was left out :5\n"
	  "issue unknown-id [lookup n] has no \"9\" :4\n" },
	{ "events-have-ships-a-place-and-a-cargo",
	  OPEN SHIP "[entity taker]\nkind=vessel\nkey=s:{to}\n"
	            "[entity quay]\nkind=port\nkey=locode:{quay}\n"
	            "[event e]\nkind={what}\nvessel=ship\nother=taker\nplace=quay\ndate={day}\n"
	            "commodity={goods}\nquantity={much}\nunit=t\nladen={full}\n"
	            "latitude={lat}\nlongitude={lon}\n",
	  "id,to,quay,what,day,goods,much,full,lat,lon\n"
	  "1,2,,transfer,2019-03,gasoil,10-20,,31.5,123.25\n"
	  "1,,KPNAM,port-call,2019-03-04,,some,laden,,9\n"
	  "1,,,visit,2019-03-05,,,,,\n",
	  "entity s:1 vessel stub :2\nentity s:2 vessel stub :2\nentity locode:KPNAM port stub :3\n"
	  "link s:1 transfer-partner s:2 since 2019-03 until 2019-03"
	  " (transfer at 31.5, 123.25) :2\n"
	  "link s:1 caller locode:KPNAM since 2019-03-04 until 2019-03-04 (port-call) :3\n"
	  "event transfer of \"s:1\" with \"s:2\" at \"31.5, 123.25\" since 2019-03"
	  " until 2019-03 commodity \"gasoil\" quantity 10000..20000/1000 unit \"t\" :2\n"
	  "event port-call of \"s:1\" in \"locode:KPNAM\" since 2019-03-04 until 2019-03-04"
	  " unit \"t\" laden \"laden\" :3\n"
	  "issue bad-number quantity \"some\" :3\nissue bad-number position \"9\" :3\n"
	  "issue unknown-event event \"visit\" :4\n" },
	{ "a-delivery-may-have-no-ship-but-a-quantity",
	  OPEN "[entity buyer]\nkind=company\nkey=s:{id}\n"
	       "[event e]\nkind=delivery\nother=buyer\nstart={a}\nend={b}\nquantity={much}\n"
	       "notified=yes\n",
	  "id,a,b,much\n1,2019-03-01,2019-03-31,500\n2,,,\n",
	  "entity s:1 company stub :2\nentity s:2 company stub :3\n"
	  "event delivery with \"s:1\" since 2019-03-01 until 2019-03-31 quantity 500000/1000"
	  " notified :2\n"
	  "issue missing-unit quantity \"500\" :2\n"
	  "issue missing-field [e] a delivery with neither ship nor quantity :3\n" },
	{ "texts-may-mean-absent", "[mapping]\nname=m\nnull=-0-;n.d.\n" SHIP "name={n}\n",
	  "id,n\n1,-0- \n2,n.d.\n3,-0-x\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nentity s:3 vessel :4\n"
	  "name s:3 primary \"-0-x\" :4\n" },
	{ "filters-run-from-left-to-right",
	  OPEN SHIP "name={n|before:(|upper}\nalias={n|after:(|strip-suffix:)|split:/}\n"
	            "former-name={n|match:\"[0-9]{2}\"}\nweak-alias={m|default:none said|lower}\n",
	  "id,n,m\n1,Pike 12 (a/b),\n2,Thorn 3,\xC3\x84\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nname s:1 primary \"PIKE 12\" :2\n"
	  "name s:1 alias \"a\" :2\nname s:1 alias \"b\" :2\nname s:1 weak alias \"none said\" :2\n"
	  "name s:1 former \"12\" :2\nname s:2 primary \"THORN 3\" :3\n"
	  "name s:2 weak alias \"\xC3\xA4\" :3\n" },
	{ "persons-are-put-in-order", OPEN "[entity e]\nkind=person\nkey=s:{id}\nname={n|person}\n",
	  "id,n\n1,\"QUILL, Ada\"\n", "entity s:1 person :2\nname s:1 primary \"Ada QUILL\" :2\n" },
	{ "a-filter-may-ask-another-column", OPEN SHIP "name={n|if:t=x;y}\nalias={n|if:t!=x}\n",
	  "id,n,t\n1,A,X\n2,B,z\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\n"
	  "name s:1 primary \"A\" :2\nname s:2 alias \"B\" :3\n" },
	{ "a-filter-may-ask-for-an-empty-column", OPEN SHIP "name={n|if:!t}\n",
	  "id,n,t\n1,A,X\n2,B,\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nname s:2 primary \"B\" :3\n" },
	{ "columns-join-without-those-that-are-empty",
	  OPEN SHIP "name={a|also:b|also:c|join:\", \"}\nalias={a|split:/|join:+}\n"
	            "former-name={a|also:c?}\n",
	  "id,a,b,c\n1,A/B,,C\n2,,,\n3,,B,\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nentity s:3 vessel :4\n"
	  "name s:1 primary \"A/B, C\" :2\nname s:1 alias \"A+B\" :2\n"
	  "name s:1 former \"A/B\" :2\nname s:1 former \"C\" :2\nname s:3 primary \"B\" :4\n" },
	{ "a-key-may-take-the-first-column-that-is-filled",
	  OPEN "[entity e]\nkey=s:{x}-{a|or:b|or:c?}\nname={d?|or:a}\n",
	  "x,a,b\n1,A,B\n1,,B\n1,,\n",
	  "entity s:1-A unknown :2\nentity s:1-B unknown :3\nname s:1-A primary \"A\" :2\n"
	  "issue missing-field no entity of the mapping m has its key here :4\n" },
	{ "numbers-get-their-zeros-back", OPEN "[entity e]\nkey=s:{n|pad:8}\nnote={n|pad:3}\n",
	  "n\n99\nSL99\n123456789\nodd\nIP1R\n",
	  "entity s:00000099 unknown :2\nentity s:SL000099 unknown :3\n"
	  "entity s:123456789 unknown :4\nentity s:odd unknown :5\nentity s:IP1R unknown :6\n"
	  "attribute s:00000099 note \"099\" :2\nattribute s:SL000099 note \"SL99\" :3\n"
	  "attribute s:123456789 note \"123456789\" :4\nattribute s:odd note \"odd\" :5\n"
	  "attribute s:IP1R note \"IP1R\" :6\n" },
	{ "an-empty-each-is-told",
	  OPEN "[entity o]\neach={os|split:;}\nwhen={t}!=none\nkey=s:{.}\n",
	  "os,t\nA;B,\n;,\n,\n,none\n",
	  "entity s:A unknown stub :2\nentity s:B unknown stub :2\n"
	  "issue missing-field no entity of the mapping m has its key here :3\n"
	  "issue missing-field no entity of the mapping m has its key here :4\n" },
	{ "what-is-said-of-an-entity-without-a-key-is-told",
	  OPEN SHIP "name={n}\n[entity o]\nkey=t:{o}\nname={on}\nalias={n}\n",
	  "id,n,o,on\n1,A,,\n2,B,,Ada\n3,C,N/A,Bert\n",
	  "entity s:1 vessel :2\nentity s:2 vessel :3\nentity s:3 vessel :4\n"
	  "name s:1 primary \"A\" :2\nname s:2 primary \"B\" :3\nname s:3 primary \"C\" :4\n"
	  "issue missing-field [o] has nothing for its key= here: \"Ada\" was left out (line 9 of "
	  "the mapping m) :3\nissue placeholder [o] t \"N/A\" :4\n" },
	{ "what-is-said-of-a-link-without-an-end-or-kind-is-told",
	  OPEN LINK "kind={k|map:ks}\nshare={s}\n[map ks]\nowner=shareholder\nflag=\n",
	  "a,b,k,s\n1,2,,\n1,2,flag,5\n1,2,,60\n,2,owner,\n1,,,70\n1,,,\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\n"
	  "issue missing-field [l] has nothing for its kind= here: \"60\" was left out (line 11 of "
	  "the mapping m) :4\n"
	  "issue missing-field [l] has nothing for its from= here: \"owner\" was left out (line 10 "
	  "of the mapping m) :5\n"
	  "issue missing-field [l] has nothing for its to= here: \"70\" was left out (line 11 of "
	  "the mapping m) :6\n" },
	{ "what-is-said-of-a-listing-of-nobody-is-told",
	  OPEN SHIP "[entity o]\nkey=t:{o}\nwhen={w}!=no\n[designation d]\nof=o\nprogramme={p}\n",
	  "id,o,p,w\n1,,P1,\n2,,,\n3,,P1,no\n",
	  "entity s:1 vessel stub :2\nentity s:2 vessel stub :3\nentity s:3 vessel stub :4\n"
	  "issue missing-field [d] has nothing for its of= here: \"P1\" was left out (line 11 of "
	  "the mapping m) :2\n" },
	{ "parts-keep-their-place-and-none-is-lost",
	  OPEN SHIP "[entity o]\neach={os|split:;|upper}\nkey=t:{.}\n"
	            "[link l]\nfrom=o\nto=ship\nkind=shareholder\nshare={ss|nth:;}\n",
	  "id,os,ss\n1,a;;b,60;;40\n1,a;b,60;40;\n1,a,60;40\n",
	  "entity s:1 vessel stub :2\nentity t:A unknown stub :2\nentity t:B unknown stub :2\n"
	  "link t:A shareholder s:1 share 60 % :2\nlink t:B shareholder s:1 share 40 % :2\n"
	  "link t:A shareholder s:1 share 60 % :3\nlink t:B shareholder s:1 share 40 % :3\n"
	  "link t:A shareholder s:1 share 60 % :4\n"
	  "issue bad-record \"60;40\" has more parts between ; than its each=, which has 1: the "
	  "others were left out :4\n" },
	{ "xml-parts-without-a-key-are-told",
	  "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{@id}\n"
	  "[entity o]\neach=o\nkey=t:{@id}\nname={n}\nkey=u:{@ids}\n",
	  "<r><e id='1'><o id='1'><n>A</n></o>\n<o><n>B</n></o></e>\n<e id='2'/>\n<e/></r>",
	  "entity s:1 unknown stub :1\nentity t:1 unknown :1\nentity s:2 unknown stub :3\n"
	  "name t:1 primary \"A\" :1\n"
	  "issue missing-field [o] has nothing for its key= here: \"B\" was left out (line 10 of "
	  "the mapping m) :2\n"
	  "issue missing-field no entity of the mapping m has its key here :4\n" },
	{ "xml-without-any-record-is-told",
	  "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{id}\n",
	  "<r><es><e><id>1</id></e></es></r>",
	  "issue missing-field there is no element r/e, the record= of the mapping m :1\n" },
	{ "a-key-of-several-values-is-told",
	  "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{id}\n",
	  "<r><e><id>1</id><id>2</id></e></r>",
	  "entity s:1 unknown stub :1\n"
	  "issue bad-record 2 values where [e] of the mapping takes one: \"1\" stands :1\n" },
	{ "rows-join-by-key-and-say-a-fact-once", OPEN SHIP "name={n}\nflag={f}\n",
	  "id,n,f\n1,A,Malta\n1,A,Malta\n1,B,Panama\n",
	  "entity s:1 vessel :2\nname s:1 primary \"A\" :2\nname s:1 primary \"B\" :4\n"
	  "attribute s:1 flag \"MT\" :2\nattribute s:1 flag \"PA\" :4\n" },
	{ "the-first-key-that-is-good-tells-the-entity",
	  OPEN "[entity e]\nkind=vessel\nkey=imo:{imo}\nkey=mmsi:{mmsi}\nkey=s:{id}\nname={id}\n",
	  "id,imo,mmsi\n1,IMO 3112048,620000000\n2,12,620000001\n3,,\n",
	  "entity imo:3112048 vessel :2\nentity m:mmsi-620000001 vessel :3\nentity s:3 vessel :4\n"
	  "name imo:3112048 primary \"1\" :2\nname m:mmsi-620000001 primary \"2\" :3\n"
	  "name s:3 primary \"3\" :4\nid imo:3112048 imo 3112048 :2\nid imo:3112048 mmsi 620000000 "
	  ":2\n"
	  "id imo:3112048 list s:1 :2\nid m:mmsi-620000001 mmsi 620000001 :3\n"
	  "id m:mmsi-620000001 list s:2 :3\nissue bad-identifier IMO ship number \"12\" :3\n" },
	{ "a-wrong-check-digit-joins-within-the-list-alone",
	  OPEN "[entity e]\nkind=vessel\nkey=imo:{imo}\nname={n}\n",
	  "imo,n\n3112047,A\n3112047,B\n",
	  "entity m:imo-3112047 vessel :2\nname m:imo-3112047 primary \"A\" :2\n"
	  "name m:imo-3112047 primary \"B\" :3\nid m:imo-3112047 imo 3112047 not valid :2\n"
	  "issue bad-check-digit IMO ship number 3112047 :2\n" },
	{ "identifiers-have-their-issuer",
	  OPEN "[entity e]\nkey=s:{id}\npassport={p|split:;}\nissuer=passport:{c}\nother={id}\n",
	  "id,p,c\n1,A100;A200,Malta\n",
	  "entity s:1 unknown :2\nid s:1 passport A100 of Malta :2\n"
	  "id s:1 passport A200 of Malta :2\nid s:1 other 1 :2\n" },
	{ "a-key-alone-refers", OPEN LINK "kind=associate\n", "a,b\n1,2\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:1 associate s:2 :2\n" },
	{ "a-name-alone-refers-by-name",
	  OPEN
	  "[entity a]\nkind=company\nkey=name:{a}\n[entity b]\nkey=s:{b}\n[link l]\nfrom=a\nto=b\n"
	  "kind=agent\n",
	  "a,b\nSalt & Co,2\nN/A,3\n",
	  "entity m-name:salt co company stub named :2\nentity s:2 unknown stub :2\n"
	  "entity s:3 unknown stub :3\nname m-name:salt co primary \"Salt & Co\" :2\n"
	  "link m-name:salt co agent s:2 confidence 0.80 :2\nissue placeholder [a] name \"N/A\" "
	  ":3\n" },
	{ "an-inverse-kind-turns-the-link-round", OPEN LINK "kind=owned-by\n", "a,b\n1,2\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:2 registered-owner s:1 "
	  ":2\n" },
	{ "a-map-makes-kinds",
	  OPEN LINK
	  "kind={k|map:ks}\n[map ks]\nOwner=registered-owner\nrun by=operated-by\nNone=\n",
	  "a,b,k\n1,2,OWNER\n1,2,Run by\n1,2,none\n1,2,\n1,2,Other\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:1 registered-owner s:2 "
	  ":2\n"
	  "link s:2 operator s:1 :3\nlink s:1 linked-party s:2 (Other) :6\n"
	  "issue unknown-kind [map ks] has no \"Other\" :6\n" },
	{ "a-map-may-have-a-fallback", OPEN LINK "kind={k|map:ks}\n[map ks]\n*=agent\n",
	  "a,b,k\n1,2,Other\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:1 agent s:2 (Other) :2\n"
	  "issue unknown-kind [map ks] has no \"Other\"; read as agent :2\n" },
	{ "a-kind-may-stand-in-the-file", OPEN LINK "kind={k}\nnote={n}\n",
	  "a,b,k,n\n1,2,director,\n1,2,boss,top\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:1 director s:2 :2\n"
	  "link s:1 linked-party s:2 (top) :3\nissue unknown-kind there is no kind of link "
	  "\"boss\" :3\n" },
	{ "links-have-shares-periods-and-confidence",
	  OPEN LINK "kind=shareholder\nshare={low}-{high}\nstart={s}\nend={e}\nconfidence={c}\n"
	            "ended={o}=yes\n",
	  "a,b,low,high,s,e,c,o\n1,2,25,50,2016-03,,0.5,Yes\n1,2,,,3/4/2016,2020,2,\n"
	  "1,2,,7,31/2/2016,,,\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\n"
	  "link s:1 shareholder s:2 share 25-50 % since 2016-03 ended confidence 0.50 :2\n"
	  "link s:1 shareholder s:2 since 2016-04-03 until 2020 :3\n"
	  "link s:1 shareholder s:2 :4\n"
	  "issue bad-number confidence \"2\" is no number from 0 to 1 :3\n"
	  "issue bad-date \"31/2/2016\" :4\nissue bad-share \"-7\" :4\n" },
	{ "fractions-become-per-cent", OPEN LINK "kind=shareholder\nshare={s|fraction}\n",
	  "a,b,s\n1,2,0.625\n1,2,1\n1,2,.5\n1,2,>0.5\n",
	  "entity s:1 unknown stub :2\nentity s:2 unknown stub :2\nlink s:1 shareholder s:2 share "
	  "62.5 % :2\n"
	  "link s:1 shareholder s:2 share 100 % :3\nlink s:1 shareholder s:2 share 50 % :4\n"
	  "link s:1 shareholder s:2 share >0.5 % :5\n" },
	{ "months-may-come-first",
	  "[mapping]\nname=m\ndates=month-first\n[entity e]\nkey=s:{id}\nformed={d}\n"
	  "[attribute f]\nof=e\nattribute=flag\nvalue={f}\nstart={d}\n",
	  "id,d,f\n1,3/4/2016,Malta\n2,2016,Malta\n",
	  "entity s:1 unknown :2\nentity s:2 unknown :3\n"
	  "attribute s:1 formed \"2016-03-04\" since 2016-03-04 :2\n"
	  "attribute s:1 flag \"MT\" since 2016-03-04 :2\nattribute s:2 formed \"2016\" since 2016 "
	  ":3\n"
	  "attribute s:2 flag \"MT\" since 2016 :3\n" },
	{ "conditions-leave-out-groups-and-rows",
	  "[mapping]\nname=m\nwhen={keep}!=no\n" SHIP "name={n}\nwhen={t}=ship\nwhen={id}\n"
	  "[entity other]\nkind=company\nkey=s:{id}\nname={n}\nwhen=!{t}\n",
	  "id,n,t,keep\n1,A,Ship,\n2,B,,\n3,C,x,\n4,D,ship,NO\n",
	  "entity s:1 vessel :2\nentity s:2 company :3\n"
	  "name s:1 primary \"A\" :2\nname s:2 primary \"B\" :3\n" },
	{ "each-part-may-be-an-entity",
	  OPEN SHIP "name={n}\n[entity o]\neach={os|split:;}\nkey=name:{.}\nname={.}\n"
	            "[link l]\nfrom=o\nto=ship\nkind=shareholder\nshare={ss|nth:;}\n",
	  "id,n,os,ss\n1,A,Ada; Bert ;,60;40\n2,B,,\n",
	  "entity s:1 vessel :2\nentity m:ada unknown :2\nentity m:bert unknown :2\n"
	  "entity s:2 vessel :3\nname s:1 primary \"A\" :2\nname m:ada primary \"Ada\" :2\n"
	  "name m:bert primary \"Bert\" :2\nname s:2 primary \"B\" :3\n"
	  "link m:ada shareholder s:1 share 60 % :2\nlink m:bert shareholder s:1 share 40 % :2\n" },
	{ "designations-are-one-for-each-programme",
	  "[mapping]\nname=m\nlist=mylist\n" SHIP
	  "[designation d]\nof=ship\nprogramme={p|split:;}\nbasis=act {b}\n"
	  "start={d}\n[designation e]\nof=ship\nlist=EU\nwhen={eu}\n",
	  "id,p,b,d,eu\n1,P1;P2,7,2016,x\n",
	  "entity s:1 vessel stub :2\ndesignation s:1 mylist \"P1\" \"act 7\" since 2016 :2\n"
	  "designation s:1 mylist \"P2\" \"act 7\" since 2016 :2\ndesignation s:1 EU \"\" \"\" "
	  ":2\n" },
	{ "placeholders-join-nothing",
	  OPEN "[entity "
	       "c]\nkind=company\nkey=imo-company:{no}\nkey=name:{n}\nname={n}\naddress={a}\n" SHIP
	       "[link l]\nfrom=c\nto=ship\nkind=operator\n",
	  "id,no,n,a\n1,9991001,UNKNOWN,1 Salt Quay\n2,9701742,UNKNOWN,\n3,9991001,Salt,\n",
	  "entity s:1 vessel stub :2\nentity s:2 vessel stub :3\nentity m:salt company :4\n"
	  "entity s:3 vessel stub :4\nname m:salt primary \"Salt\" :4\nlink m:salt operator s:3 "
	  ":4\n"
	  "issue placeholder [c] name \"UNKNOWN\" :2\nissue placeholder [c] name \"UNKNOWN\" :3\n"
	  "issue placeholder [c] imo-company \"9991001\" :4\n" },
	{ "cells-beyond-the-header-are-not-guessed", OPEN SHIP "name={n}\n",
	  "id,n\n1,A\n2,B,C\n3,D,\n4\n",
	  "entity s:1 vessel :2\nentity s:3 vessel :4\nentity s:4 vessel :5\n"
	  "name s:1 primary \"A\" :2\nname s:3 primary \"D\" :4\n"
	  "issue bad-record 3 cells, the first \"2\" (expected 2) :3\n"
	  "issue untidy-row 1 cells, the first \"4\" (expected 2) :5\n" },
	{ "xml-paths-take-the-place-of-columns",
	  "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{@id}\nname={n[t=main]/v}\n"
	  "alias={n[@t=other]}\ntitle={.}\n[entity o]\neach=os/o\nkey=s:{.}\nnote={/@id} {@x}\n"
	  "[link l]\nfrom=o\nto=e\nkind=agent\nstart={@x}\n",
	  "<r xmlns='u'>\n<skip><e id='9'/></skip>\n<e id='1'>txt\n<n><t>Main</t><v>A</v></n>\n"
	  "<n t='other'>B</n><n t='other'>C</n>\n<os><o x='2016'>7</o>\n<o "
	  "x='2017'>8</o></os></e>\n"
	  "<e id='2'/></r>",
	  "entity s:1 unknown :3\nentity s:7 unknown :6\nentity s:8 unknown :7\nentity s:2 unknown "
	  ":8\n"
	  "name s:1 primary \"A\" :4\nname s:1 alias \"B\" :5\nname s:1 alias \"C\" :5\n"
	  "attribute s:1 title \"txt\" :3\nattribute s:7 note \"1 2016\" :3\n"
	  "attribute s:8 note \"1 2017\" :3\nlink s:7 agent s:1 since 2016 :6\n"
	  "link s:8 agent s:1 since 2017 :7\n" },
	{ "several-elements-where-one-is-taken-are-told",
	  "[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{@id}\nname={g} {f}\n"
	  "[designation d]\nof=e\nstart={d}\n",
	  "<r><e id='1'><g>A</g><g>B</g><f>X</f><f>Y</f><d>2016</d>\n<d>2017</d></e>\n"
	  "<e id='2'><g>A</g><g>B</g><f>X</f><f>Y</f><f>Z</f></e></r>",
	  "entity s:1 unknown :1\nentity s:2 unknown :3\nname s:1 primary \"A X\" :1\n"
	  "name s:1 primary \"B Y\" :1\ndesignation s:1 m \"\" \"\" since 2016 :1\n"
	  "designation s:2 m \"\" \"\" :3\n"
	  "issue bad-record 2 values where [d] of the mapping takes one: \"2016\" stands :2\n"
	  "issue bad-record 2 values cannot be paired with 3 (line 7 of a.mapping) :3\n" },
};

static void
test_case (gconstpointer data)
{
	const Case *this = data;
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = parse (this->mapping, &error);
	g_autoptr (FairleadRecords) records = NULL;
	g_autofree char *text = NULL;

	g_assert_no_error (error);
	records = test_read_bytes (fairlead_mapping_get_format (mapping), "f", this->file,
	                           strlen (this->file), &error);
	g_assert_no_error (error);
	text = test_dump_records (records);
	if (strcmp (text, this->expected) != 0)
		g_test_fail_printf ("read:\n%s\nexpected:\n%s", text, this->expected);
}

/* ---- hostile texts ---- */

static char *
mutate (GRand *random, const char *text, gsize *size)
{
	static const char *const parts[] = {
		"{",       "}",    "|",   "\"", "=",  "[", "]",       ";",
		":",       "/",    "@",   ".",  "#2", "?", "\n",      "\n[map x]\n",
		"each=",   "\xFF", "{.}", ",",  "<",  ">", "split:;", "match:(a+)+$",
		"9991001", "*=",   "!="
	};
	g_autoptr (GString) mutant = g_string_new (text);
	gint n_changes = g_rand_int_range (random, 1, 6);

	for (gint i = 0; i < n_changes; i++) {
		gssize at = g_rand_int_range (random, 0, (gint) mutant->len + 1);
		gint length = g_rand_int_range (random, 0, 12);

		if (g_rand_boolean (random))
			g_string_insert (mutant, at,
			                 parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
		else
			g_string_erase (mutant, at, MIN (length, (gssize) mutant->len - at));
	}
	*size = mutant->len;
	return g_string_free (g_steal_pointer (&mutant), FALSE);
}

/* Any text is taken or refused with an error that names its file; what is taken can be run */
static void
run_mutants (GRand *random, const char *mapping_text, const char *file, guint n_runs)
{
	for (guint i = 0; i < n_runs; i++) {
		g_autoptr (GError) error = NULL;
		gsize mapping_size, file_size;
		g_autofree char *mutant = mutate (random, mapping_text, &mapping_size);
		g_autofree char *data = mutate (random, file, &file_size);
		gboolean keeps_mapping = i % 3 == 0;
		g_autoptr (FairleadMapping) mapping = fairlead_mapping_new (
			"a.mapping", keeps_mapping ? mapping_text : mutant,
			keeps_mapping ? strlen (mapping_text) : mapping_size, &error);
		g_autoptr (FairleadRecords) records = NULL;

		if (mapping == NULL) {
			g_assert_true (g_str_has_prefix (error->message, "a.mapping:"));
			continue;
		}
		records = test_read_bytes (fairlead_mapping_get_format (mapping), "f", data,
		                           file_size, &error);
		if (records == NULL)
			g_assert_true (g_str_has_prefix (error->message, "f"));
	}
}

static void
test_mutants (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (20260401);

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
		run_mutants (random, cases[i].mapping, cases[i].file,
		             g_test_thorough () ? 5000 : test_rounds (150));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autofree char *path = g_strconcat ("/mapping/language/", cases[i].name, NULL);

		g_test_add_data_func (path, &cases[i], test_case);
	}
	g_test_add_func ("/mapping/hostile/mutants-are-taken-or-refused", test_mutants);
	return g_test_run ();
}
