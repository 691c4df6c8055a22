/** Mails of every sort that the clerk reads, sound ones: to be cut, doubled, mixed and blown up. Lines end in LF. */
export const soundMails: readonly Buffer[] = [
  // A delivery report (RFC 3464).
  `Return-Path: <>
From: MAILER-DAEMON@x.example
Subject: failure notice
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b

<a@x.example>:
550 5.1.1 unknown
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; x

Final-Recipient: rfc822; a@x.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <a@x.example>: Recipient address rejected
--b
Content-Type: message/rfc822

Message-ID: <42@inm.example>
Subject: =?utf-8?Q?Demande_re=C3=A7ue?=

x
--b--
`,
  // The same in words alone.
  `Return-Path: <>
From: Mail Delivery System <postmaster@x.example>
Subject: Mail delivery failed: returning message to sender
X-Failed-Recipients: a@x.example

A message that you sent could not be delivered to one or more of its recipients.

  a@x.example
    host mx.x.example [192.0.2.1]: 550 5.2.2 mailbox full

------ This is a copy of the message, including all the headers. ------

Return-Path: <info@inm.example>
Message-ID: <42@inm.example>
To: a@x.example

x
`,
  // An answer in text and HTML, with a quote.
  `From: =?utf-8?Q?Ke=C3=AFta?= <a@tgtu.example>
Subject: =?iso-2022-jp?B?GyRCOVs7MxsoQg==?=
In-Reply-To: <42@inm.example>
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: quoted-printable

La plage 2=2E 
merci

-- 
Ama

On Mon, Nov 2, 2026 at 10:00 AM x@y.example wrote:
> Bonjour
--c
Content-Type: text/html

<p>La plage 2.</p><div class="gmail_quote"><blockquote style="margin:0">Bonjour &eacute;</blockquote></div><!-- x --><style>p{}</style>
--c--
`,
  // A calendar answer.
  `From: a@tgtu.example
Subject: Accepted
Content-Type: text/calendar; method=REPLY; charset=utf-8

BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:42@inm.example
ATTENDEE;CN="Boateng, Ama";PARTSTAT=ACCEPTED:mailto:a@
 tgtu.example
SEQUENCE:1
END:VEVENT
END:VCALENDAR
`,
  // The same in base64.
  `From: a@tgtu.example
Subject: Accepted
Content-Type: text/calendar; method=REPLY; charset=utf-8
Content-Transfer-Encoding: base64

QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNCkJFR0lOOlZFVkVOVA0KVUlEOjENCkVORDpWRVZFTlQNCg==
`,
  // A forward.
  `From: "Tremblay, Marie" <m@inm.example>, (both) b@inm.example
To: friends: info@inm.example, =?utf-8?B?w4k=?= <e@x.example>;
Subject: TR : Demande #transfert
Content-Type: multipart/mixed; boundary="d d"

--d d
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: 8bit

Re\xe7u hier.

________________________________
De : Kouadio Amani <k@mines.example>
Envoy\xe9 : vendredi 20 novembre 2026 10:12
\xc0 : Marie
Objet : Formation

Madame,

notre minist\xe8re cherche une formation. (+225 27 20 30 40 50)
--d d
Content-Type: message/rfc822

From: k@mines.example
Subject: Formation
Content-Type: text/enriched

<bold>Une</bold> formation.
--d d
Content-Type: application/ms-tnef; name*0*=utf-8''win; name*1=mail.dat
Content-Disposition: attachment

x
--d d--
`,
  // An absence note, a list mail and a newsletter in one: headers of every sort.
  `Received: from mx.x.example (mx.x.example [192.0.2.1]) by inm.example; Mon, 23 Nov 2026 10:00:00 +0000 (UTC)
Authentication-Results: mx.inm.example; dmarc=pass (p=none) header.from=x.example; spf=pass
From: Ama Boateng <a@x.example>
Reply-To: b@y.example
Date: Mon, 23 Nov 2026 10:00:00 +0000 (UTC)
Message-ID: <7@x.example>
References: <41@inm.example> <42@inm.example>
Subject: Automatic reply: Demande re\xe7ue
Precedence: bulk
List-Id: <news.x.example>
List-Unsubscribe: <mailto:leave@x.example>

I am out of the office until 4 December 2026. For urgent matters please contact b@y.example.

Je suis absente du bureau jusqu'au 4 d\xe9cembre.
`,
  // Old encodings.
  `From: a@x.example
Subject: =?gb2312?B?suLK1A==?= =?koi8-r?Q?=F4=C5=D3=D4?=
Content-Type: text/plain; charset=utf-7
Content-Transfer-Encoding: x-uuencode

begin 644 plan.txt
+0F]N:F]U<B!M861A;64*
\`
end
`,
  // A complaint (RFC 5965).
  `Return-Path: <>
From: fbl@x.example
Subject: FW: Demande
Content-Type: multipart/report; report-type=feedback-report; boundary=f

--f

This is an abuse report.
--f
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: x/1.0
--f
Content-Type: text/rfc822-headers

Message-ID: <42@inm.example>
--f--
`,
].map((mail) => Buffer.from(mail, 'latin1'));
