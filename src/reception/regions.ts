/**
 * Provinces, states and towns that tell the zone within a country that keeps several; one zone a line. With « ? » the name
 * tells nothing by itself (a person's, a town elsewhere): it counts once the country is known. In Quebec no place stands
 * here: each request mentions some.
 */
const table = `
CA:America/St_Johns Newfoundland | Terre-Neuve | ?St._John’s | ?St._John's | ?Corner_Brook
CA:America/Halifax Nova_Scotia | Nouvelle-Écosse | New_Brunswick | Nouveau-Brunswick | Prince_Edward_Island | Île-du-Prince-Édouard | Fredericton | Moncton | Charlottetown | ?Halifax | ?Bathurst | ?Labrador_City
CA:America/Toronto Ontario | Toronto | Ottawa | Sudbury | Timmins | Kirkland_Lake | Thunder_Bay | Sault_Ste._Marie | North_Bay | ?Kingston | ?Hamilton | ?London
CA:America/Winnipeg Manitoba | Winnipeg | Flin_Flon | Thompson,_Manitoba | Kenora
CA:America/Regina Saskatchewan | Saskatoon | Moose_Jaw | ?Regina | ?Prince_Albert
CA:America/Edmonton Edmonton | Calgary | Fort_McMurray | ?Alberta
CA:America/Vancouver British_Columbia | Colombie-Britannique | Columbia_Británica | Vancouver | Kamloops | Prince_George | ?Victoria
CA:America/Whitehorse Yukon | Whitehorse | Dawson_City
CA:America/Yellowknife Northwest_Territories | Territoires_du_Nord-Ouest | Yellowknife
CA:America/Iqaluit Nunavut | Iqaluit
CA:America/Rankin_Inlet Rankin_Inlet | Baker_Lake
US:America/New_York New_York | New_Jersey | Pennsylvania | Pittsburgh | Philadelphia | West_Virginia | Massachusetts | Boston | Connecticut | New_Hampshire | Vermont | Ohio | North_Carolina | South_Carolina | Atlanta | Michigan | Detroit | Washington,_D.C. | Washington,_DC | ?Georgia | ?Florida | ?Virginia | ?Maryland | ?Kentucky | ?Maine
US:America/Chicago Illinois | Chicago | Minnesota | Minneapolis | Wisconsin | Missouri | St._Louis | Texas | Houston | Dallas | Louisiana | New_Orleans | Alabama | Oklahoma | Kansas | Nebraska | Iowa | Arkansas | Mississippi | Tennessee | North_Dakota | South_Dakota
US:America/Denver Colorado | Denver | New_Mexico | Albuquerque | Socorro,_NM | Utah | Salt_Lake_City | Wyoming | Montana | Idaho | Boise | El_Paso,_Texas | Rapid_City
US:America/Phoenix Arizona | Tucson | ?Phoenix
US:America/Los_Angeles California | Los_Angeles | San_Francisco | Nevada | Reno | Elko | Las_Vegas | Oregon | Seattle | Spokane | Washington_State
US:America/Anchorage Alaska | Anchorage | Fairbanks | ?Juneau
US:Pacific/Honolulu Hawaii | Honolulu
BR:America/Manaus Manaus | ?Amazonas
BR:America/Boa_Vista Boa_Vista | Roraima
BR:America/Porto_Velho Porto_Velho | Rondônia
BR:America/Rio_Branco ?Rio_Branco | ?Acre
BR:America/Cuiaba Cuiabá | Mato_Grosso
BR:America/Campo_Grande Mato_Grosso_do_Sul | ?Campo_Grande
BR:America/Belem Parauapebas | Carajás | ?Belém | ?Pará
BR:America/Sao_Paulo ?Rio_de_Janeiro | ?Brasília | ?Belo_Horizonte | ?Minas_Gerais | ?São_Paulo | ?Ouro_Preto | ?Itabira | ?Bahia
MX:America/Hermosillo Hermosillo | ?Sonora | ?Cananea
MX:America/Tijuana Tijuana | Mexicali
MX:America/Mazatlan Mazatlán | Culiacán | Sinaloa | Nayarit | Baja_California_Sur
MX:America/Ciudad_Juarez Ciudad_Juárez
MX:America/Chihuahua ?Chihuahua
MX:America/Cancun Cancún | Quintana_Roo
MX:America/Mexico_City Ciudad_de_México | Mexico_City | ?Zacatecas | ?Guanajuato | ?Durango
CL:America/Punta_Arenas Punta_Arenas | Magallanes
CL:America/Santiago ?Santiago | ?Antofagasta | ?Calama
EC:Pacific/Galapagos Galápagos
ES:Atlantic/Canary Canarias | Las_Palmas | Tenerife
ES:Europe/Madrid ?Madrid | ?Asturias | ?Oviedo | ?Barcelona | ?Sevilla | ?Huelva
PT:Atlantic/Azores Açores | Azores
AU:Australia/Perth ?Western_Australia | ?Perth | ?Kalgoorlie | ?Pilbara
AU:Australia/Adelaide South_Australia | Adelaide | Olympic_Dam
AU:Australia/Darwin ?Darwin | ?Northern_Territory
AU:Australia/Brisbane Queensland | Mount_Isa | Townsville | ?Brisbane
AU:Australia/Broken_Hill Broken_Hill
AU:Australia/Hobart Tasmania | Hobart
AU:Australia/Sydney New_South_Wales | Canberra | Melbourne | ?Sydney
ID:Asia/Jakarta ?Jakarta | ?Bandung | ?Sumatra
ID:Asia/Pontianak Pontianak
ID:Asia/Makassar Makassar | Sulawesi | Sorowako | Balikpapan | ?Bali
ID:Asia/Jayapura Jayapura | Timika | ?Papua
MN:Asia/Hovd Hovd | Khovd | Bayan-Ölgii
MN:Asia/Ulaanbaatar ?Ulaanbaatar | ?Oulan-Bator | ?Erdenet
CD:Africa/Lubumbashi ?Lubumbashi | ?Kolwezi | ?Likasi | ?Katanga | ?Lualaba | ?Bukavu | Goma | Kisangani | Mbuji-Mayi
CD:Africa/Kinshasa ?Kinshasa
PG:Pacific/Bougainville Bougainville
RU:Europe/Kaliningrad Kaliningrad
RU:Europe/Moscow Moscow | Moscou | Moscú | Saint_Petersburg | Saint-Pétersbourg | San_Petersburgo | Murmansk
RU:Europe/Samara Samara
RU:Asia/Yekaterinburg Yekaterinburg | Ekaterinbourg | Chelyabinsk | Magnitogorsk | Perm
RU:Asia/Omsk Omsk
RU:Asia/Novosibirsk Novosibirsk
RU:Asia/Novokuznetsk Kemerovo | Novokuznetsk
RU:Asia/Krasnoyarsk Krasnoyarsk | Norilsk
RU:Asia/Irkutsk Irkutsk
RU:Asia/Chita Chita
RU:Asia/Yakutsk Yakutsk | Mirny
RU:Asia/Vladivostok Vladivostok | Khabarovsk
RU:Asia/Magadan Magadan
`;

interface Region {
  name: string;
  country: string;
  timeZone: string;
  /** It tells the country too. */
  alone: boolean;
}

export const regions: readonly Region[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const gap = line.indexOf(' ');
    const [country = '', timeZone = ''] = line.slice(0, gap).split(':');
    return line
      .slice(gap + 1)
      .split(' | ')
      .map((name) => ({
        name: name.replace('?', '').replaceAll('_', ' '),
        country,
        timeZone,
        alone: !name.startsWith('?'),
      }));
  });

/** What the first letter of a Canadian postal code says; those of Quebec are read elsewhere. */
const postalZones: Readonly<Record<string, string>> = {
  A: 'America/St_Johns',
  B: 'America/Halifax',
  C: 'America/Halifax',
  E: 'America/Halifax',
  K: 'America/Toronto',
  L: 'America/Toronto',
  M: 'America/Toronto',
  N: 'America/Toronto',
  P: 'America/Toronto',
  R: 'America/Winnipeg',
  S: 'America/Regina',
  T: 'America/Edmonton',
  V: 'America/Vancouver',
  X: 'America/Yellowknife',
  Y: 'America/Whitehorse',
};
const postalCode = /\b([ABCEK-NPRSTVXY])\d[A-Z] ?\d[A-Z]\d\b/g;

const anyRegion = new RegExp(
  `(?<![\\p{L}-])(?:${[...new Set(regions.map(({ name }) => name))]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?![\\p{L}])`,
  'gu',
);

/** Every region that the text names, and every Canadian postal code, as written. */
export function regionsIn(text: string): Region[] {
  const plainText = text.normalize('NFC').replace(/\s+/g, ' ');
  const named = [...plainText.matchAll(anyRegion)].flatMap(([name]) => regions.filter((each) => each.name === name));
  const codes = [...plainText.matchAll(postalCode)].map(([name, letter = '']) => ({
    name,
    country: 'CA',
    timeZone: postalZones[letter] ?? '',
    alone: true,
  }));
  return [...named, ...codes];
}
