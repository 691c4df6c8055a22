/** How mail systems say in a subject that a mail did not arrive, by language. */
const subjects = {
  en: [
    'undeliver',
    String.raw`\bdeliver(?:y|ing)[- ](?:failure|failed|problem|status|notification|report|warning|error|incomplete|delayed|unsuccessful)`,
    String.raw`\bdelivery (?:has (?:failed|been delayed)|attempt)`,
    String.raw`\bfailure (?:notice|delivery)|\breturned (?:mail|e-?mail|message)|\bbounced? (?:mail|message|e-?mail)`,
    String.raw`\b(?:e-?)?mail (?:delivery )?(?:failed|failure|error|not delivered|returned|delayed|system error)|delayed mail`,
    String.raw`\bmessage (?:delivery (?:failed|failure)|not delivered|undelivered|delayed|could not|(?:was )?(?:rejected|refused|blocked)(?=\W*$| by | because ))`,
    String.raw`\bnon[- ]?deliver(?:y|ed)|\b(?:could|can) ?not be delivered|\bnot (?:yet )?(?:been )?delivered`,
    String.raw`^\s*(?:considered unsolicited|(?:banned contents?|virus|spam|bad header) (?:\S+ ){0,4}(?:in mail )?from you\b)|still being retried|\bwarning: (?:could not send|message)|user unknown|address (?:not found|rejected)|processing error`,
  ],
  fr: [
    String.raw`\bnon[- ]?(?:remis|livr|distribu|d[ée]livr)|\b(?:pas (?:pu )?|n['’]a pu )[êe]tre (?:remis|livr|distribu|d[ée]livr)|remise retard[ée]e`,
    String.raw`[ée]chec (?:de|d['’]) ?(?:la )?(?:remise|livraison|distribution|envoi|notification)|\bnotification d['’][ée]tat de (?:la )?(?:remise|livraison|distribution)|\bremise (?:diff[ée]r|impossible)`,
  ],
  es: [
    String.raw`\bno (?:se ha )?entrega(?:do|ble)|\bno se pued[eo] entregar|\bno se pudo entregar|\bimposible entregar|\bdevuelto|retrasad[oa]|\bnotificaci[óo]n de(?:l)? (?:estado|fallo|error)`,
  ],
  pt: [
    String.raw`\bfalha (?:na|de) entrega|\bmensagem (?:n[ãa]o entregue|devolvida)|\bn[ãa]o entreg|\bimposs[íi]vel entregar|adiad[oa]|entrega atrasada|\bnotifica[çc][ãa]o d[eo] (?:status|estado) d[ea] entrega`,
  ],
  de: [
    String.raw`\bnicht zugestellt|\bunzustellbar|zustellung(?:s|en)?(?:fehl|problem|benachrichtigung|status)|zustell(?:ungs)?status|[üu]bermittlungsstatus|verz[öo]gert`,
  ],
  it: [
    String.raw`\bmancat[ao] (?:consegna|recapito)|\bnon recapitabile|\bmessaggio non (?:consegnato|recapitato)|\bstato del(?:la)? (?:recapito|consegna)|\brecapito (?:non riuscito|ritardato)|\bimpossibile (?:recapitare|consegnare)`,
  ],
  nl: [
    String.raw`\bonbestelbaar|\bniet (?:bezorgd|afgeleverd)|\bstatus van de bezorging|\bbezorging (?:mislukt|vertraagd)|\bmislukte bezorging`,
  ],
  others: [
    'olevererbar|kan ikke leveres|leveransstatus|leveringsstatus|niedostarczon|nie można dostarczyć|stanie (?:dostarcz|doręcz)|недоставлен|не доставлен|не удается доставить|состоянии доставки|nedoručiteln|stavu doruč|kézbesíthetetlen|kézbesítési|teslim (?:edilemedi|durumu)|iletilemedi|ei voi(?:da)? toimittaa',
  ],
  asian: [
    '配信不能|配信エラー|配信(?:状態|遅延|状況)|配信できま|未送达|无法送达|配送(?:エラー|不能)|退信|邮件传输失败|投递失败|無法(?:傳遞|投遞)|반송|발송 ?실패',
  ],
  ar: [
    'غير قابل للتسليم|حالة التسليم|تأخر (?:ال)?تسليم|تأخير (?:ال)?تسليم|فشل (?:في )?(?:ال)?تسليم|تعذر (?:التسليم|تسليم)|لم يتم تسليم',
  ],
};

/** How they say it in the text. */
const sentences = {
  en: [
    String.raw`\b(?:(?:could|can|was|were|has|have|is|did) ?(?:not|n['’]t)|cannot)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:able to (?:deliver|send)|deliver|reach(?:ed)? (?:the following|some)|accepted by)`,
    String.raw`\bnot (?:yet )?(?:be(?:en)? )?deliver|undeliver|\bunable to (?:deliver|send|relay)|\bcould not be reached|\bdid not reach`,
    String.raw`\bdelivery (?:(?:has )?failed|failure|error|problem|to the following|of e?-?mail|attempts|is delayed)`,
    String.raw`\bpermanent(?:ly)?(?: fatal)? (?:error|failure|failed)|\bstill (?:being retried|undelivered)|\bconnect(?:ion)? timed out`,
    String.raw`\bhas been (?:returned|postponed|delayed|rejected by)|\b(?:automatically|been) rejected|\b(?:was|were) (?:rejected|refused|blocked|not accepted) (?:by (?:the|our|a)|because|due to)|\breturned (?:mail|message|to sender)`,
    String.raw`\bhas been (?:successfully )?(?:delivered|relayed) to`,
    String.raw`\bfailed (?:recipient|address)|\b(?:address|recipient)(?:\(?e?s\)?)? (?:failed|rejected|couldn)|\bno valid recipient|\bnot known at this`,
    String.raw`\b(?:user|recipient|host|domain|mailbox) (?:is )?(?:unknown|not found|unavailable|full|disabled|does(?:n['’]t| not) exist)`,
    String.raw`\bunknown (?:user|recipient|host|domain|address)|\bno such (?:user|mailbox|address|recipient)|\binvalid (?:final delivery|user|recipient|address)`,
    String.raw`\b(?:over|exceed(?:s|ed|ing)?) (?:(?:his|her|its|their|the) )?(?:disk |mail(?:box)? )?(?:quota|allowed size)|\bquota (?:exceeded|violation)`,
    String.raw`\btranscript of session`,
    String.raw`\bdelivery of (?:the|your|this) (?:e-?mail|message) (?:was|has been) (?:stopped|blocked)|\b(?:was )?considered (?:to be )?(?:unsolicited|spam)|\bbanned (?:contents?|name|file)|\bvirus (?:found )?in (?:mail|e-?mail|message)`,
  ],
  fr: [
    "n['’](?:a|ont) (?:pas )?pu [êe]tre|n['’](?:est|a) (?:pas|jamais) (?:[ée]t[ée] )?parvenue?s? |pas encore [ée]t[ée] (?:remis|livr|distribu)|impossible de (?:remettre|livrer|distribuer)",
    "[ée]chec de la (?:remise|livraison)|remise .{0,60}(?:retard[ée]e|impossible)|n['’]a pas [ée]t[ée] (?:remis|livr|distribu|d[ée]livr)|a [ée]t[ée] (?:rejet|refus)[ée]e? par (?:le|un|notre) (?:serveur|syst[èe]me|filtre)",
  ],
  es: [
    'no (?:pudo|ha podido|puede|se pudo|se ha podido) (?:ser )?entrega|no se (?:pudo|ha podido|puede) (?:entregar|enviar)|error al entregar|no (?:lleg[óo]|ha llegado|pudo llegar) a(?:l| l[oa]s?) (?:siguientes? )?destinatari|problema (?:temporal )?al entregar|(?:ha sido|fue) (?:rechazad|devuelt)o',
  ],
  pt: [
    'n[ãa]o (?:p[ôo]de|foi poss[íi]vel|pode|foi) (?:ser )?entreg|entrega [^.\\n]{0,60}falhou|falha (?:na|de|ao) entreg|n[ãa]o (?:chegou|p[ôo]de chegar) a(?:o|os) (?:seguintes? )?destinat[áa]ri|foi (?:rejeitad|recusad|devolvid)[oa]',
  ],
  de: [
    'nicht (?:zugestellt|ausgeliefert|zustellen)|konnten? (?:[^.\\n]{1,60} )?nicht|unzustellbar|fehler bei der (?:nachrichten)?zustellung|wurde[^.]{0,60}(?:zur[üu]ckgewiesen|abgewiesen|abgelehnt)',
  ],
  it: [
    "impossibile (?:recapitare|consegnare)|non (?:è stato|può essere) (?:recapitat|consegnat|possibile)|non (?:è (?:arrivat|pervenut)o|ha raggiunto) (?:ai?|i|il|al) (?:seguent[ei] )?destinatar|recapito non riuscito|mancat[ao] (?:consegna|recapito)|(?:è|e['’]) stat[oa] (?:rifiutat|respint)[oa]",
  ],
  nl: [
    '(?:kan|kon) niet (?:worden )?(?:bezorgd|afgeleverd)|bezorging .{0,80}mislukt|niet (?:bezorgd|afgeleverd)|(?:geadresseerde|ontvanger)[^.\\n]{0,20} niet bereikt|(?:is|werd) geweigerd',
  ],
  others: [
    'не (?:может быть |было |удалось )?доставлен|не может быть отправлено|nie (?:została|zostało|może być) (?:\\S+ )?(?:dostarcz|doręcz)|nie powiodło|teslim edil[ae]m|iletilem|kunde inte levereras|kunne ikke leveres|ei voitu toimittaa|nelze doruč|nebylo možné doruč|nem (?:kézbesíthető|sikerült)',
  ],
  asian: [
    '配信に失敗|配信不能|配送に失敗|配信できま|配送できま|送信できま|宛先不明|見つかりません|无法(?:发送|投递|送达)|無法(?:傳遞|送達|投遞)|발송되지|전송되지',
  ],
  ar: ['فشل (?:في )?(?:ال)?تسليم|لم يتم تسليم|تعذر (?:ال)?تسليم'],
};

/** A subject under which mail systems report. */
export const failureSubject = new RegExp(Object.values(subjects).flat().join('|'), 'i');

/** Words with which they report, in one sentence of the text. */
export const failureWords = new RegExp(Object.values(sentences).flat().join('|'), 'i');
