import { parse } from 'tldts';

/**
 * Whether anybody can have an address there, so that the domain tells nothing about the organisation: the large free
 * services under any ending, and the access providers, Quebec's among them.
 */
export function isFreeMail(domain: string): boolean {
  const { domain: registrable, domainWithoutSuffix } = parse(domain);
  return services.has(domainWithoutSuffix ?? '') || providers.has(registrable ?? '');
}

const services = new Set(
  `
  126 163 aim aol caramail daum fastmail freemail gmail gmx googlemail hotmail hushmail icloud inbox libero live mail
  mailfence naver outlook posteo proton protonmail qq rambler rediffmail rocketmail seznam sina tuta tutanota webmail
  yahoo yandex ymail zoho zohomail
  `
    .trim()
    .split(/\s+/),
);

const providers = new Set(
  `
  abacom.com axion.ca b2b2c.ca bell.ca bell.net bellnet.ca cablevision.qc.ca cgocable.ca cooptel.qc.ca derytele.com
  ebox.ca globetrotter.net lino.com mac.com maskatel.net me.com msn.com netc.net oricom.ca pm.me
  rogers.com shaw.ca sogetel.net sympatico.ca telus.net videotron.ca videotron.qc.ca
  free.fr laposte.net neuf.fr numericable.fr orange.fr sfr.fr wanadoo.fr bbox.fr
  accountant.com africamail.com asia.com consultant.com diplomats.com dr.com email.com engineer.com europe.com execs.com
  financier.com lawyer.com post.com presidency.com usa.com workmail.com writeme.com
  menara.ma topnet.tn gnet.tn djaweb.dz orange.sn sentoo.sn aviso.ci moov.ci
  comcast.net verizon.net att.net btinternet.com bluewin.ch skynet.be telenet.be terra.com.pe terra.com.br uol.com.br
  bol.com.br ig.com.br prodigy.net.mx speedy.com.ar cantv.net entelchile.net
  `
    .trim()
    .split(/\s+/),
);
