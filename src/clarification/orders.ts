import { slotNamed, us } from './acceptance-forms.ts';

const kindly = '(?: (?:please|kindly|just|possibly|svp|s il vous plait|s il te plait|por favor|porfa))*';
const at = '(?: (?:a|au|aux|en|na|no|sur|dans|pour|para|for|in|on|at|to|with|con|de))?';
const meeting =
  '(?: (?:the|our|a|la|notre|une|le|nuestra|una|a nossa|uma) (?:meeting|call|rencontre|reunion|rendez vous|appel|cita|llamada|reuniao))?';

const reserving = {
  fr: '(?:reserver|noter|retenir|inscrire|enregistrer|planifier|fixer|choisir|confirmer|valider|programmer|bloquer|booker|mettre)',
  en: '(?:book|reserve|schedule|confirm|note|register|pick|choose|select|set(?: up)?|arrange|put|sign|(?:put|sign) us (?:down|up)|put me down)',
  es: '(?:reservar|agendar|anotar|apuntar|programar|confirmar|separar|fijar|coordinar|registrar|inscribir|poner|elegir|escoger)',
};

/**
 * Orders that are put as questions, as is polite: « Pourriez-vous réserver la plage 2 ? », "Can we have slot 2?" Of what one
 * can do with a slot only those words that leave it where it is: to move it, to hold it or to tell of it is no choice.
 */
export const orders: readonly string[] = [
  // French
  `(?:est ce que )?(?:pourriez vous|pouvez vous|pourrais tu|peux tu|vous pourriez|vous pouvez|auriez vous (?:l amabilite|l obligeance|la gentillesse) de|(?:serait|est) il possible de)${kindly}(?: bien vouloir)?(?: (?:nous|me|m|te))?${kindly} ${reserving.fr}(?: (?:nous|moi))?${meeting}${at} ${slotNamed}${us}?`,
  `(?:est ce qu )?(?:est ce que )?(?:pourrait on|peut on|on peut|on pourrait|pouvons nous|pourrions nous|nous pouvons|nous pourrions|puis je|je peux|je pourrais|(?:serait|est) il possible d) ?${kindly} ?(?:se voir|nous voir|se rencontrer|nous rencontrer|prendre|avoir|retenir|reserver|choisir|confirmer|fixer|dire|faire)${meeting}${at} ${slotNamed}${us}?`,
  `(?:ca|cela) (?:peut|pourrait) etre ${slotNamed}`,
  // English
  `(?:can|could|would|will) you${kindly}(?: be so kind as to| be kind enough to)?${kindly} ${reserving.en}(?: (?:us|me))?(?: (?:down|up|in))?${meeting}${at} ${slotNamed}${us}?`,
  `(?:would you mind|do you mind) (?:booking|reserving|scheduling|confirming|noting|putting (?:us|me) down)(?: (?:us|me))?${meeting}${at} ${slotNamed}${us}?`,
  `(?:can|could|may|might|shall) (?:we|i)${kindly} (?:have|take|get|book|reserve|choose|pick|select|confirm|schedule|do|say|use|make it|go for|go with|meet(?: you)?)${meeting}${at} ${slotNamed}${us}?`,
  `(?:would it be|is it) (?:possible|ok|okay|fine|alright|all right) (?:to|if we) (?:have|take|get|took|had|book|reserve|schedule|choose|chose|pick|go for|go with|meet(?: you)?)${meeting}${at} ${slotNamed}${us}?`,
  `(?:can|could|may) it be ${slotNamed}`,
  // Spanish
  `(?:(?:nos|me) )?(?:podrian?|pueden?|puedes|podrias|podra|podran|(?:es|seria) posible|(?:seria|serian) tan amables? de|(?:tendrian?) la (?:amabilidad|gentileza) de)${kindly}(?: (?:nos|me))? ${reserving.es}(?:nos|me|se)?${kindly}${meeting}${at} ${slotNamed}${us}?`,
  `(?:podemos|podriamos|puedo|podria|se puede|se podria)${kindly} (?:tomar|tener|elegir|escoger|reservar|agendar|confirmar|usar|quedar(?:nos)? con|reunirnos|vernos)${meeting}${at} ${slotNamed}${us}?`,
  `(?:podria|puede|podra|pudiera) ser ${slotNamed}${us}?`,
  // Portuguese
  `(?:(?:nos|me) )?(?:poderiam?|podem?|podiam?)${kindly}(?: (?:nos|me))? (?:reservar|agendar|marcar|confirmar|anotar)(?: (?:nos|me))?${meeting}${at}(?: o| a)? ${slotNamed}${us}?`,
  `(?:pode|poderia) ser ${slotNamed}${us}?`,
];
