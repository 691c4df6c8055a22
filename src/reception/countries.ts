interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** The capital's zone. */
  timeZone: string;
  /** Country calling code; several countries share 1. */
  calling: string;
  /** Whether other parts of the country keep another time. */
  severalZones: boolean;
  /** Whether French is an official language there, alone or beside others; not where it is a working language only. */
  officialFrench: boolean;
}

/** One country a line: code, zone of the capital, calling code, + when other parts keep another time, fr for official French. */
const table = `
  AD Europe/Andorra 376
  AE Asia/Dubai 971
  AF Asia/Kabul 93
  AL Europe/Tirane 355
  AM Asia/Yerevan 374
  AO Africa/Luanda 244
  AR America/Argentina/Buenos_Aires 54
  AT Europe/Vienna 43
  AU Australia/Sydney 61 +
  AZ Asia/Baku 994
  BA Europe/Sarajevo 387
  BB America/Barbados 1
  BD Asia/Dhaka 880
  BE Europe/Brussels 32 fr
  BF Africa/Ouagadougou 226
  BG Europe/Sofia 359
  BH Asia/Bahrain 973
  BI Africa/Bujumbura 257 fr
  BJ Africa/Porto-Novo 229 fr
  BN Asia/Brunei 673
  BO America/La_Paz 591
  BR America/Sao_Paulo 55 +
  BS America/Nassau 1
  BT Asia/Thimphu 975
  BW Africa/Gaborone 267
  BY Europe/Minsk 375
  BZ America/Belize 501
  CA America/Toronto 1 +
  CD Africa/Kinshasa 243 + fr
  CF Africa/Bangui 236 fr
  CG Africa/Brazzaville 242 fr
  CH Europe/Zurich 41 fr
  CI Africa/Abidjan 225 fr
  CL America/Santiago 56
  CM Africa/Douala 237 fr
  CN Asia/Shanghai 86
  CO America/Bogota 57
  CR America/Costa_Rica 506
  CU America/Havana 53
  CV Atlantic/Cape_Verde 238
  CY Asia/Nicosia 357
  CZ Europe/Prague 420
  DE Europe/Berlin 49
  DJ Africa/Djibouti 253 fr
  DK Europe/Copenhagen 45
  DO America/Santo_Domingo 1
  DZ Africa/Algiers 213
  EC America/Guayaquil 593
  EE Europe/Tallinn 372
  EG Africa/Cairo 20
  ER Africa/Asmara 291
  ES Europe/Madrid 34
  ET Africa/Addis_Ababa 251
  FI Europe/Helsinki 358
  FJ Pacific/Fiji 679
  FR Europe/Paris 33 fr
  GA Africa/Libreville 241 fr
  GB Europe/London 44
  GE Asia/Tbilisi 995
  GH Africa/Accra 233
  GM Africa/Banjul 220
  GN Africa/Conakry 224 fr
  GQ Africa/Malabo 240 fr
  GR Europe/Athens 30
  GT America/Guatemala 502
  GW Africa/Bissau 245
  GY America/Guyana 592
  HN America/Tegucigalpa 504
  HR Europe/Zagreb 385
  HT America/Port-au-Prince 509 fr
  HU Europe/Budapest 36
  ID Asia/Jakarta 62 +
  IE Europe/Dublin 353
  IL Asia/Jerusalem 972
  IN Asia/Kolkata 91
  IQ Asia/Baghdad 964
  IR Asia/Tehran 98
  IS Atlantic/Reykjavik 354
  IT Europe/Rome 39
  JM America/Jamaica 1
  JO Asia/Amman 962
  JP Asia/Tokyo 81
  KE Africa/Nairobi 254
  KG Asia/Bishkek 996
  KH Asia/Phnom_Penh 855
  KM Indian/Comoro 269 fr
  KR Asia/Seoul 82
  KW Asia/Kuwait 965
  KZ Asia/Almaty 77
  LA Asia/Vientiane 856
  LB Asia/Beirut 961
  LK Asia/Colombo 94
  LR Africa/Monrovia 231
  LS Africa/Maseru 266
  LT Europe/Vilnius 370
  LU Europe/Luxembourg 352 fr
  LV Europe/Riga 371
  LY Africa/Tripoli 218
  MA Africa/Casablanca 212
  MC Europe/Monaco 377 fr
  MD Europe/Chisinau 373
  ME Europe/Podgorica 382
  MG Indian/Antananarivo 261 fr
  MK Europe/Skopje 389
  ML Africa/Bamako 223
  MM Asia/Yangon 95
  MN Asia/Ulaanbaatar 976
  MR Africa/Nouakchott 222
  MT Europe/Malta 356
  MU Indian/Mauritius 230
  MV Indian/Maldives 960
  MW Africa/Blantyre 265
  MX America/Mexico_City 52 +
  MY Asia/Kuala_Lumpur 60
  MZ Africa/Maputo 258
  NA Africa/Windhoek 264
  NC Pacific/Noumea 687
  NE Africa/Niamey 227
  NG Africa/Lagos 234
  NI America/Managua 505
  NL Europe/Amsterdam 31
  NO Europe/Oslo 47
  NP Asia/Kathmandu 977
  NZ Pacific/Auckland 64
  OM Asia/Muscat 968
  PA America/Panama 507
  PE America/Lima 51
  PG Pacific/Port_Moresby 675
  PH Asia/Manila 63
  PK Asia/Karachi 92
  PL Europe/Warsaw 48
  PS Asia/Hebron 970
  PT Europe/Lisbon 351
  PY America/Asuncion 595
  QA Asia/Qatar 974
  RO Europe/Bucharest 40
  RS Europe/Belgrade 381
  RU Europe/Moscow 7 +
  RW Africa/Kigali 250 fr
  SA Asia/Riyadh 966
  SB Pacific/Guadalcanal 677
  SC Indian/Mahe 248 fr
  SD Africa/Khartoum 249
  SE Europe/Stockholm 46
  SG Asia/Singapore 65
  SI Europe/Ljubljana 386
  SK Europe/Bratislava 421
  SL Africa/Freetown 232
  SN Africa/Dakar 221 fr
  SO Africa/Mogadishu 252
  SR America/Paramaribo 597
  SS Africa/Juba 211
  ST Africa/Sao_Tome 239
  SV America/El_Salvador 503
  SY Asia/Damascus 963
  SZ Africa/Mbabane 268
  TD Africa/Ndjamena 235 fr
  TG Africa/Lome 228 fr
  TH Asia/Bangkok 66
  TJ Asia/Dushanbe 992
  TL Asia/Dili 670
  TM Asia/Ashgabat 993
  TN Africa/Tunis 216
  TR Europe/Istanbul 90
  TT America/Port_of_Spain 1
  TW Asia/Taipei 886
  TZ Africa/Dar_es_Salaam 255
  UA Europe/Kyiv 380
  UG Africa/Kampala 256
  US America/New_York 1 +
  UY America/Montevideo 598
  UZ Asia/Tashkent 998
  VE America/Caracas 58
  VN Asia/Ho_Chi_Minh 84
  VU Pacific/Efate 678 fr
  YE Asia/Aden 967
  ZA Africa/Johannesburg 27
  ZM Africa/Lusaka 260
  ZW Africa/Harare 263
`;

export const countries: ReadonlyMap<string, Country> = new Map(
  table
    .trim()
    .split('\n')
    .map((line): [string, Country] => {
      const [code = '', timeZone = '', calling = '', ...marks] = line.trim().split(' ');
      const [severalZones, officialFrench] = [marks.includes('+'), marks.includes('fr')];
      return [code, { code, timeZone, calling, severalZones, officialFrench }];
    }),
);
