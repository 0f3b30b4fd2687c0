/* register.c — the kinds of personal data, in words. A kind without words does not compile (-Wswitch). */
#include "features/privacy/privacy.h"

#include "base/base.h"
#include "base/out.h"
#include "web/mail.h"

#include <stdlib.h>

enum {
    YEAR = 365,
    REGISTRATION_DAYS = 60,
    SEATING_DAYS = 7,
    CONTACT_DAYS = 90,
    FOLLOW_DAYS = 7,
    REQUEST_DAYS = 30
};

struct personal_about personal_about(enum personal_kind kind)
{
    switch (kind) {
    case PERSONAL_CONTRIBUTION:
        return (struct personal_about){
            SAY("Inbreng en verhalen"),
            SAY("Wat iemand zei of schreef, in de eigen taal. Een naam staat er alleen bij als "
                "de "
                "verteller dat wilde."),
            SAY("De stad wil weten wat er leeft. Iedereen kan zien wat ermee is gedaan."),
            SAY("Iedereen, als de schrijver dat wilde en een medewerker het las. Anders alleen "
                "het team."),
            SAY("Zolang de dialoog op deze site staat. De schrijver kan het altijd laten "
                "wissen."),
            0
        };
    case PERSONAL_UNSEEN:
        return (struct personal_about){
            SAY("Woorden die niet openbaar zijn"),
            SAY("Een naam die wij weglieten, en inbreng die niet getoond wordt."),
            SAY("De redactie kan nagaan wat er precies is gezegd, ook bij een bezwaar."),
            SAY("Alleen redacteuren."),
            SAY("Tot {n} dagen nadat de dialoog klaar is."),
            YEAR
        };
    case PERSONAL_INTAKE:
        return (struct personal_about){
            SAY("Hoe inbreng binnenkwam"),
            SAY("Het moment, de manier, wat de schrijver koos en of die jonger is dan zestien. "
                "Van de code op het bewijs bewaren wij alleen een afdruk."),
            SAY("Wij houden ons aan de keuze. En de schrijver kan de inbreng terugvinden."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Tot {n} dagen nadat de dialoog klaar is. Daarna werkt de code niet meer."),
            YEAR
        };
    case PERSONAL_SOUND:
        return (struct personal_about){
            SAY("Geluid"),
            SAY("De opname van iemand die de inbreng insprak."),
            SAY("Een medewerker typt uit wat is gezegd."),
            SAY("Alleen redacteuren."),
            SAY("Tot het is uitgetypt. Uiterlijk {n} dagen nadat de dialoog klaar is."),
            YEAR
        };
    case PERSONAL_PHOTO:
        return (struct personal_about){
            SAY("Foto’s"),
            SAY("Een foto van een vel of een tekening, aan tafel gemaakt of bij inbreng "
                "gestuurd. Plaats, tijd en toestel halen wij eruit."),
            SAY("Wat mensen tekenden of plakten, telt ook mee."),
            SAY("Eerst alleen redacteuren. Iedereen pas als een redacteur dat besluit en wie "
                "erop staat het goed vindt."),
            SAY("Zolang de dialoog op deze site staat. Wat niet getoond wordt, tot {n} dagen "
                "nadat de dialoog klaar is."),
            YEAR
        };
    case PERSONAL_CORRESPONDENCE:
        return (struct personal_about){
            SAY("Berichten en bezwaren"),
            SAY("Wat een schrijver en het team aan elkaar schreven over een inbreng. Ook wat "
                "een "
                "tafel zei over een punt, en wie daarvoor een link kreeg."),
            SAY("Een vraag of bezwaar krijgt een antwoord."),
            SAY("De schrijver met het bewijs of de link, en het team."),
            SAY("Tot {n} dagen nadat de dialoog klaar is."),
            YEAR
        };
    case PERSONAL_MAP_CHANGE:
        return (struct personal_about){
            SAY("Wat er op de sociale kaart veranderde"),
            SAY("Wat er eerst stond, wat er nu staat en wat iemand voorstelde. Daar kan een "
                "naam of nummer van iemand tussen staan."),
            SAY("Wie de kaart bijhoudt, ziet wat er veranderde, en kan een fout herstellen."),
            SAY("Het team, de wijkbeheerder en wie dit aanbiedt."),
            SAY("Tot {n} dagen na de verandering."),
            2 * YEAR
        };
    case PERSONAL_MAP_OWNER:
        return (struct personal_about){
            SAY("Wie vertelt of de sociale kaart klopt"),
            SAY("De naam en het e-mailadres van iemand bij een organisatie of initiatief. Van "
                "de code in de link bewaren wij alleen een afdruk."),
            SAY("Wij kunnen vragen of de vermelding nog klopt."),
            SAY("Alleen beheerders. Nooit iemand anders."),
            SAY("Tot {n} dagen na het laatste antwoord, of eerder als iemand het vraagt."),
            2 * YEAR
        };
    case PERSONAL_CARE:
        return (struct personal_about){
            SAY("Zorg voor wie hulp vraagt"),
            SAY("Wie van het team helpt, voor welke dag, en wat daarvoor nodig is."),
            SAY("Wie om hulp vraagt, hoort snel iets van een mens."),
            SAY("Alleen redacteuren."),
            SAY("De notitie tot de hulp is geregeld. De rest tot {n} dagen nadat de dialoog "
                "klaar "
                "is."),
            YEAR
        };
    case PERSONAL_CREW:
        return (struct personal_about){
            SAY("Wie helpt op een bijeenkomst"),
            SAY("Wie een tafel leidt, wie noteert, wie wat doet, en notities van het team."),
            SAY("Op de avond weet iedereen van het team wat er moet gebeuren."),
            SAY("Het team."),
            SAY("Tot {n} dagen na de bijeenkomst."),
            YEAR
        };
    case PERSONAL_REGISTRATION:
        return (struct personal_about){
            SAY("Aanmeldingen"),
            SAY("De naam of bijnaam van wie komt. En wat iemand zelf invult, zoals een "
                "e-mailadres, wijk of leeftijd."),
            SAY("Wij weten wie er komt, en kunnen laten weten als er iets verandert."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Tot {n} dagen na de bijeenkomst. Van wie weer een uitnodiging wil tot een "
                "jaar erna."),
            REGISTRATION_DAYS
        };
    case PERSONAL_SEATING:
        return (struct personal_about){
            SAY("Wat iemand op een bijeenkomst nodig heeft"),
            SAY("Een rolstoel, een tolk, kinderopvang, eten. Ook de thema’s, en naast wie "
                "iemand wel of niet wil zitten. En aan welke tafel iemand zit."),
            SAY("Iedereen krijgt een goede plek."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Tot {n} dagen na de bijeenkomst."),
            SEATING_DAYS
        };
    case PERSONAL_OWNER_CONTACT:
        return (struct personal_about){
            SAY("Wie vertelt hoe het met een toezegging gaat"),
            SAY("De naam en het e-mailadres van een collega bij de gemeente. Van de code in de "
                "link bewaren wij alleen een afdruk."),
            SAY("Het team kan vragen hoe ver het is."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Tot {n} dagen nadat het gedaan of gestopt is. Van wat blijft: nadat het "
                "stopt."),
            CONTACT_DAYS
        };
    case PERSONAL_REFERRAL:
        return (struct personal_about){
            SAY("Vraag om contact op te nemen"),
            SAY("Hoe iemand heet en te bereiken is, en waar het over gaat."),
            SAY("Een organisatie van de sociale kaart neemt contact op met wie dat vroeg."),
            SAY("Alleen de organisatie die gevraagd is, en wie het vroeg."),
            SAY("Tot {n} dagen na de laatste stap, of tot wie het vroeg het wist."),
            REQUEST_DAYS
        };
    case PERSONAL_WANTED:
        return (struct personal_about){
            SAY("Vraag en aanbod, en wie trekker is in een wijk"),
            SAY("Wat iemand plaatst, met een naam naar keuze. Het e-mailadres, en de berichten "
                "van wie reageert."),
            SAY("Mensen vinden elkaar, zonder dat iemand een adres hoeft te geven."),
            SAY("Wat is geplaatst, leest iedereen. Berichten lezen alleen die twee. Adressen "
                "niemand."),
            SAY("Tot {n} dagen nadat het is gestopt. Dat gebeurt na negentig dagen vanzelf."),
            REQUEST_DAYS
        };
    case PERSONAL_PLACE_KEEPER:
        return (struct personal_about){
            SAY("Wie een plek beheert"),
            SAY("De naam en het e-mailadres van wie aanvragen krijgt."),
            SAY("Wie een plek beheert, krijgt bericht als iemand die aanvraagt."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Zolang iemand de plek beheert."),
            0
        };
    case PERSONAL_SPACE_REQUEST:
        return (struct personal_about){
            SAY("Wie een plek aanvraagt"),
            SAY("De naam, het e-mailadres, en waarvoor de plek is."),
            SAY("Wie de plek beheert, kan antwoorden."),
            SAY("Wie de plek beheert, en het team. Nooit iemand anders."),
            SAY("Tot {n} dagen na de laatste dag. Wie niet bevestigt: een week."),
            REQUEST_DAYS
        };
    case PERSONAL_CHALLENGE:
        return (struct personal_about){
            SAY("Wie een taak van de stad wil overnemen"),
            SAY("Naam, e-mailadres of telefoonnummer, en wat zij willen doen."),
            SAY("De stad kan antwoorden."),
            SAY("Het team. Wat zij willen doen, leest iedereen als het team het laat zien."),
            SAY("Tot {n} dagen na het besluit, of na de dag waarop dat er moest zijn. Wat "
                "iedereen "
                "leest, blijft staan."),
            YEAR
        };
    case PERSONAL_VERDICT:
        return (struct personal_about){
            SAY("Of iemand iets merkt"),
            SAY("Een afdruk die zegt dat iemand al antwoordde, en wie van een bijeenkomst wij "
                "het vroegen."),
            SAY("Ieder antwoord telt één keer. Wie iets aankaartte, zegt of er iets is "
                "veranderd."),
            SAY("Niemand. Van vijf antwoorden af ziet iedereen hoeveel het er zijn."),
            SAY("Tot {n} dagen nadat de dialoog klaar is. De aantallen blijven."),
            YEAR
        };
    case PERSONAL_SOUGHT:
        return (struct personal_about){
            SAY("Wat niemand vond op de sociale kaart"),
            SAY("Losse woorden die in tien verschillende uren gevraagd zijn, zonder wie ze "
                "vroeg."),
            SAY("De stad ziet wat er ontbreekt. Gevoelige woorden staan nooit bij een wijk."),
            SAY("Wie de sociale kaart bijhoudt. Na een besluit ziet iedereen het woord."),
            SAY("Tot {n} dagen nadat het woord voor het laatst gevraagd is."),
            YEAR
        };
    case PERSONAL_FOLLOWER:
        return (struct personal_about){
            SAY("Wie volgt per mail"),
            SAY("Het e-mailadres, de taal, en wat iemand volgt."),
            SAY("Wie dat vraagt, krijgt bericht als er iets gebeurt."),
            SAY("Niemand. Het team ziet alleen hoeveel mensen volgen."),
            SAY("Tot iemand stopt met volgen. Wie niet bevestigt: {n} dagen."),
            FOLLOW_DAYS
        };
    case PERSONAL_COLLEAGUE:
        return (
            struct personal_about){ SAY("Medewerkers"),
                                    SAY("Naam, e-mailadres en wat iemand hier mag doen."),
                                    SAY("Alleen wie dat mag, kan inbreng lezen of veranderen."),
                                    SAY("Beheerders. Anderen zien alleen de rol."),
                                    SAY("Tot {n} dagen nadat iemand is gestopt."),
                                    YEAR };
    case PERSONAL_SIGNING_IN:
        return (struct personal_about){
            SAY("Inloggen van medewerkers"),
            SAY("Een afdruk van het wachtwoord, de passkey, en met welk apparaat iemand "
                "inlogde."),
            SAY("Niemand anders kan in hun naam werken."),
            SAY("Alleen de medewerker zelf."),
            SAY("Een sessie duurt hoogstens {n} dagen. De rest gaat weg als iemand stopt."),
            90
        };
    case PERSONAL_GUESSING:
        return (struct personal_about){
            SAY("Mislukte pogingen om in te loggen, en hoe vaak een mail is gevraagd"),
            SAY("Een onleesbare afdruk van het adres. Daar is niemand uit te herkennen."),
            SAY("Raden van een wachtwoord duurt zo te lang. En niemand krijgt veel mails die "
                "een "
                "ander vroeg."),
            SAY("Niemand."),
            SAY("{n} dag."),
            1
        };
    case PERSONAL_SENT_FORM:
        return (struct personal_about){
            SAY("Verstuurde formulieren"),
            SAY("Een afdruk van het formulier, zonder de woorden, en naar welke pagina het "
                "ging."),
            SAY("Wie twee keer op de knop drukt, brengt maar één keer iets in."),
            SAY("Niemand."),
            SAY("{n} dagen."),
            2
        };
    case PERSONAL_MAIL:
        return (struct personal_about){
            SAY("Mail die wij versturen"),
            SAY("Het adres, het onderwerp en de tekst, en wat de mailserver zei."),
            SAY("Wie zich aanmeldt of is uitgenodigd, krijgt bericht."),
            SAY("Beheerders zien adres en onderwerp. De tekst ziet niemand."),
            SAY("De tekst tot de mail weg is. De rest {n} dagen langer. Kon een mail niet weg, "
                "dan hoogstens dertig dagen."),
            MAIL_KEPT_DAYS
        };
    case PERSONAL_HISTORY:
        return (struct personal_about){
            SAY("Geschiedenis van wijzigingen"),
            SAY("Wie van het team wat veranderde, wanneer, en wat er eerst stond."),
            SAY("Niets wordt stil veranderd."),
            SAY("Het team."),
            SAY("Zolang de dialoog hier staat. Namen tot {n} dagen nadat iemand is gestopt. "
                "Gewiste "
                "woorden gaan hier ook weg."),
            YEAR
        };
    case PERSONAL_REMARK:
        return (struct personal_about){
            SAY("Opmerkingen van medewerkers"),
            SAY("Wat medewerkers aan elkaar schrijven over een punt of thema, en wie nu op "
                "welke pagina werkt."),
            SAY("Wie samenwerkt, loopt elkaar niet voor de voeten."),
            SAY("Het team. Nooit iemand anders."),
            SAY("Tot {n} dagen nadat de opmerking is afgehandeld. Waar iemand werkt, een paar "
                "minuten."),
            90
        };
    case PERSONAL_MAKER:
        return (struct personal_about){ SAY("Makers van tekeningen en foto’s"),
                                        SAY("De naam van wie het beeld maakte."),
                                        SAY("Wie iets maakt, mag genoemd worden."),
                                        SAY("Iedereen."),
                                        SAY("Zolang het beeld op deze site staat."),
                                        0 };
    case PERSONAL_AT_TABLE:
        return (struct personal_about){
            SAY("Nummers aan een tafel"),
            SAY("Wie aan een tafel praat, kan een nummer krijgen. Dat nummer hoort bij geen "
                "naam "
                "en geen aanmelding. Een toestel waarop iemand noteert, kiest zelf een getal."),
            SAY("Aan tafel is te zien wat bij elkaar hoort. En geen notitie komt dubbel aan."),
            SAY("Wie de link van die tafel heeft, en het team. Het staat in geen enkel bestand "
                "dat wij delen."),
            SAY("Het nummer van een spreker tot {n} dagen na de bijeenkomst."),
            REQUEST_DAYS
        };
    case PERSONAL_KINDS: break;
    }
    abort(); /* there is no such kind */
}
