/**
 * Capitals, mining towns and adjectives that tell a country, one country a line; a zone after the code where it is not
 * the capital's. Written as in a letter: capitals and accents count, so that « tête » is not Tete. Left out on purpose:
 * names of persons, towns that several countries have, and everything in Quebec, which each request mentions.
 */
const table = `
AO Luanda | angolais | angolaise | angolano | angolana
AR Buenos_Aires | Catamarca | Jujuy | argentino | argentina | argentin | argentine
AU:Australia/Perth Perth | Kalgoorlie
AU Canberra | Brisbane | australien | Australian
BF Ouagadougou | Bobo-Dioulasso | Essakane | Houndé | burkinabè | burkinabé
BI Bujumbura | Gitega | burundais | burundaise
BJ Cotonou | Porto-Novo | béninois | béninoise
BO Potosí | Oruro | Cochabamba | boliviano | boliviana
BR Brasília | Brasilia | Belo_Horizonte | Minas_Gerais | São_Paulo | brasileiro | brasileira
BW Gaborone | Orapa | Jwaneng
CD Kinshasa | RDC | DRC | République_démocratique_du_Congo
CD:Africa/Lubumbashi Kolwezi | Lubumbashi | Likasi | Katanga | Lualaba | Bukavu
CF Bangui | centrafricain | centrafricaine
CG Brazzaville | Pointe-Noire
CI Abidjan | Yamoussoukro | Bouaflé | Bouaké | Korhogo | ivoirien | ivoirienne | Ivory_Coast | Costa_de_Marfil
CL Santiago_de_Chile | à_Santiago | a_Santiago | in_Santiago | en_Santiago | Antofagasta | Calama | Atacama | chileno | chilena | chilien | chilienne
CM Yaoundé | Douala | camerounais | camerounaise
CN Beijing | Pékin | Shanghai
CO Bogotá | Medellín | colombiano | colombiana | colombien | colombienne
CU La_Habana | Moa
DO Santo_Domingo | Pueblo_Viejo
DZ Alger | Algiers | Oran | Tamanrasset | algérien | algérienne | Algerian
EC Quito | Zamora_Chinchipe | ecuatoriano | ecuatoriana
EG Le_Caire | Cairo | égyptien | égyptienne | Egyptian
ES Madrid | Asturias
ET Addis-Abeba | Addis_Ababa
FR Paris | Lyon | Alès
GA Libreville | Franceville | Moanda | gabonais | gabonaise
GB London | Londres | Camborne
GH Accra | Tarkwa | Obuasi | Kumasi | Prestea | Ghanaian | ghanéen | ghanéenne
GN Conakry | Boké | Kamsar | Siguiri | Haut-Fouta | Fouta-Djalon | Fouta_Djallon | Simandou | guinéen | guinéenne
GT guatemalteco | guatemalteca
HN Tegucigalpa | hondureño | hondureña
HT Haïti | haïtien | haïtienne | Cap-Haïtien
ID Jakarta | Bandung | Indonesian
IN New_Delhi | Dhanbad | Jharkhand
JO Amman
KE Nairobi | Kenyan
KZ Astana | Almaty | Karatau | Karaganda | Qaraghandy | Kazakh | kazakh | kazakhe
MA Rabat | Casablanca | Marrakech | Khouribga | Benguérir | marocain | marocaine | Moroccan
MG Antananarivo | Tananarive | Moramanga | Toamasina | malgache
ML Bamako | Kayes | Sadiola | malien | malienne | Malian
MN Oulan-Bator | Ulaanbaatar | Gobi | Erdenet | mongol | mongole | Mongolian
MR Nouakchott | Nouadhibou | Zouérat | Zouerate | mauritanien | mauritanienne
MX Zacatecas | Guanajuato | mexicano | mexicana | mexicain | mexicaine
MX:America/Hermosillo Sonora | Cananea
MZ Maputo | Tete | Moatize | moçambicano | moçambicana | mozambicain | Mozambican
NA Windhoek | Namibian
NE Niamey | Arlit | Agadez | nigérien | nigérienne
NG Abuja | Lagos | Nigerian | nigérian | nigériane
NI Managua | nicaragüense
PA Panamá | Panama | panameño | panameña
PE Lima | Cajamarca | Arequipa | Cusco | Cerro_de_Pasco | peruano | peruana | péruvien | péruvienne
PG Port_Moresby
PH Manila | Manille | Baguio | philippin
PL Katowice | Kraków
RO Petroșani
RW Kigali | rwandais | rwandaise
SA Riyadh | Riyad | Jeddah | saoudien | saoudienne
SE Kiruna | Luleå
SL Freetown | Koidu
SN Dakar | Kédougou | Thiès | sénégalais | sénégalaise
SR Paramaribo
TD N’Djamena | N'Djamena | Ndjamena | tchadien | tchadienne
TG Lomé | togolais | togolaise
TN Tunis | Gafsa | Sfax | tunisien | tunisienne
TR Ankara | Zonguldak
TZ Dodoma | Dar_es_Salaam | Mwanza | Geita
UG Kampala
UZ Tashkent | Tachkent | Navoi
VE Caracas
VN Hanoi | Quang_Ninh
ZA Pretoria | Johannesburg | Rustenburg | South_African
ZM Lusaka | Kitwe | Ndola | Copperbelt | Zambian
ZW Harare | Zimbabwean
`;

/** Where a place is. */
export interface Place {
  name: string;
  country: string;
  /** Only where it is not the capital's. */
  timeZone?: string;
}

export const places: readonly Place[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const gap = line.indexOf(' ');
    const [country = '', timeZone] = line.slice(0, gap).split(':');
    return line
      .slice(gap + 1)
      .split(' | ')
      .map((name) => ({ name: name.replaceAll('_', ' '), country, ...(timeZone && { timeZone }) }));
  });
