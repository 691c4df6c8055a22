/**
 * What cities of the tz database are called in French, English and Spanish, where that is not its own name for them (CLDR).
 * Asking the formats of all zones for it takes half a second.
 */
export const cities: readonly { zone: string; names: readonly string[] }[] = `
  Africa/El_Aaiun Sahara occidental, Western Sahara
  America/Bahia_Banderas Bahia de Banderas
  America/Belem Belén
  America/Coral_Harbour Atikokan
  America/Godthab Nuuk
  America/Manaus Manaos
  America/Mexico_City Mexico, Ciudad de México
  America/New_York Nueva York
  America/Noronha Fernando de Noronha
  America/Scoresbysund Ittoqqortoormiit
  America/St_Johns Saint-Jean de Terre-Neuve, St. John’s, San Juan de Terranova
  Antarctica/DumontDUrville Dumont-d’Urville
  Antarctica/Macquarie Macquarie Island
  Antarctica/Syowa Showa
  Asia/Almaty Alma Ata
  Asia/Aqtau Aktaou, Aktau
  Asia/Aqtobe Aktioubinsk, Aktobe
  Asia/Atyrau Atyraou
  Asia/Chita Tchita
  Asia/Famagusta Famagouste
  Asia/Hovd Khovd
  Asia/Irkutsk Irkoutsk
  Asia/Jakarta Yakarta
  Asia/Kamchatka Kamtchatka
  Asia/Khandyga Khandiga
  Asia/Krasnoyarsk Krasnoïarsk
  Asia/Makassar Macassar, Makasar
  Asia/Nicosia Nicosie
  Asia/Novosibirsk Novossibirsk
  Asia/Oral Ouralsk
  Asia/Qostanay Kostanaï, Kostanay
  Asia/Qyzylorda Kzyl Orda, Kyzylorda
  Asia/Sakhalin Sakhaline, Sajalín
  Asia/Samarkand Samarcande, Samarcanda
  Asia/Srednekolymsk Srednekolimsk
  Asia/Ulaanbaatar Ulán Bator
  Asia/Yakutsk Iakoutsk
  Asia/Yekaterinburg Ekaterinbourg, Ekaterimburgo
  Atlantic/Azores Açores
  Atlantic/Canary Îles Canaries, Islas Canarias, Canary Islands
  Atlantic/Canary Canaries
  Atlantic/Madeira Madère
  Australia/Adelaide Adelaida
  Australia/Lord_Howe Lord Howe Island
  Australia/Sydney Sídney
  Europe/Astrakhan Astracán
  Europe/Kaliningrad Kaliningrado
  Europe/Moscow Moscou, Moscú
  Europe/Ulyanovsk Oulianovsk, Uliánovsk
  Europe/Volgograd Volgogrado
  Pacific/Chatham Chatham Islands
  Pacific/Easter Île de Pâques, Easter Island, Isla de Pascua
  Pacific/Enderbury Canton, Canton Island, Isla Kanton
  Pacific/Galapagos Galápagos Islands
  Pacific/Marquesas Marquises, Marquesas Islands
  Pacific/Ponape Pohnpei
  Pacific/Truk Chuuk
  Pacific/Wake Wake Island
`
  .trim()
  .split('\n')
  .map((line) => {
    const [, zone = '', names = ''] = /^\s*(\S+) (.+)$/.exec(line) ?? [];
    return { zone, names: names.split(', ') };
  });

/** Territories that are no country of the table of countries: code (ISO 3166-1 alpha-2) and zone. */
export const territories: readonly (readonly [code: string, zone: string])[] = `
  AI America/Anguilla, AG America/Antigua, AW America/Aruba, GF America/Cayenne
  KY America/Cayman, CW America/Curacao, DM America/Dominica, TC America/Grand_Turk
  GD America/Grenada, GP America/Guadeloupe, BQ America/Kralendijk, SX America/Lower_Princes
  MF America/Marigot, MQ America/Martinique, PM America/Miquelon, MS America/Montserrat
  PR America/Puerto_Rico, BL America/St_Barthelemy, KN America/St_Kitts, LC America/St_Lucia
  VI America/St_Thomas, VC America/St_Vincent, VG America/Tortola, SJ Arctic/Longyearbyen
  HK Asia/Hong_Kong, MO Asia/Macau, KP Asia/Pyongyang, BM Atlantic/Bermuda
  FO Atlantic/Faeroe, GS Atlantic/South_Georgia, SH Atlantic/St_Helena, FK Atlantic/Stanley
  GI Europe/Gibraltar, GG Europe/Guernsey, IM Europe/Isle_of_Man, JE Europe/Jersey
  AX Europe/Mariehamn, SM Europe/San_Marino, LI Europe/Vaduz, VA Europe/Vatican
  IO Indian/Chagos, CX Indian/Christmas, CC Indian/Cocos, TF Indian/Kerguelen
  YT Indian/Mayotte, RE Indian/Reunion, WS Pacific/Apia, TK Pacific/Fakaofo
  TV Pacific/Funafuti, GU Pacific/Guam, MH Pacific/Majuro, NR Pacific/Nauru
  NU Pacific/Niue, NF Pacific/Norfolk, AS Pacific/Pago_Pago, PW Pacific/Palau
  PN Pacific/Pitcairn, CK Pacific/Rarotonga, MP Pacific/Saipan, TO Pacific/Tongatapu
  WF Pacific/Wallis
`
  .trim()
  .split(/,?\s*\n\s*|, /)
  .map((entry): [string, string] => {
    const [code = '', zone = ''] = entry.trim().split(' ');
    return [code, zone];
  });
