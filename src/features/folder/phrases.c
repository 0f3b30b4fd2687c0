/* phrases.c — see phrases.h. */
#include "features/folder/phrases.h"

#define LIST(array)                                                                            \
    {                                                                                          \
        (array), COUNT_OF(array)                                                               \
    }
// clang-format off

const char *const tongue_codes[TONGUES] = { "nl", "en", "tr", "ar" };

static const struct phrase things[] = {
    { { "de bus naar het centrum", "the bus to the centre", "merkeze giden otobüs", "الحافلة إلى المركز" } },
    { { "de huisarts", "the family doctor", "aile hekimi", "طبيب العائلة" } },
    { { "het buurthuis", "the community centre", "mahalle evi", "مركز الحي" } },
    { { "de bibliotheek", "the library", "kütüphane", "المكتبة" } },
    { { "de speeltuin", "the playground", "çocuk parkı", "ساحة اللعب" } },
    { { "het park achter de flats", "the park behind the flats", "blokların arkasındaki park", "الحديقة خلف العمارات" } },
    { { "de taalles", "the language class", "dil kursu", "درس اللغة" } },
    { { "de hulp bij formulieren", "help with forms", "form doldurma yardımı", "المساعدة في تعبئة الاستمارات" } },
    { { "de sportclub", "the sports club", "spor kulübü", "النادي الرياضي" } },
    { { "het jongerenwerk", "youth work", "gençlik çalışması", "العمل مع الشباب" } },
    { { "de voedselbank", "the food bank", "gıda bankası", "بنك الطعام" } },
    { { "de straatverlichting", "the street lighting", "sokak aydınlatması", "إنارة الشوارع" } },
    { { "het fietspad", "the cycle path", "bisiklet yolu", "مسار الدراجات" } },
    { { "de school", "the school", "okul", "المدرسة" } },
    { { "de kinderopvang", "childcare", "kreş", "رعاية الأطفال" } },
    { { "de thuiszorg", "home care", "evde bakım", "الرعاية المنزلية" } },
    { { "het wijkteam", "the neighbourhood team", "mahalle ekibi", "فريق الحي" } },
    { { "de moestuin", "the vegetable garden", "sebze bahçesi", "حديقة الخضار" } },
    { { "het repaircafé", "the repair café", "tamir kafesi", "مقهى التصليح" } },
    { { "de woningbouwvereniging", "the housing association", "konut kurumu", "جمعية الإسكان" } },
    { { "het loket van de gemeente", "the council’s counter", "belediye danışma masası", "شباك البلدية" } },
    { { "de mantelzorg", "caring for relatives", "yakınların bakımı", "رعاية الأقارب" } },
    { { "de schuldhulp", "debt advice", "borç danışmanlığı", "المساعدة في الديون" } },
    { { "de koffieochtend", "the coffee morning", "kahve sabahı", "صباح القهوة" } },
};
static const struct phrase places[] = {
    { { "bij het winkelcentrum", "near the shopping centre", "Alışveriş merkezinin yanında", "قرب مركز التسوق" } },
    { { "in onze straat", "in our street", "Bizim sokakta", "في شارعنا" } },
    { { "op het plein", "in the square", "Meydanda", "في الساحة" } },
    { { "achter het station", "behind the station", "İstasyonun arkasında", "خلف المحطة" } },
    { { "in de flat", "in the block of flats", "Apartmanda", "في العمارة" } },
    { { "in de oude wijk", "in the old neighbourhood", "Eski mahallede", "في الحي القديم" } },
    { { "langs het kanaal", "along the canal", "Kanal boyunca", "على طول القناة" } },
    { { "naast de school", "next to the school", "Okulun yanında", "بجانب المدرسة" } },
    { { "in het noorden van de stad", "in the north of the town", "Şehrin kuzeyinde", "في شمال المدينة" } },
    { { "bij de sporthal", "near the sports hall", "Spor salonunun yanında", "قرب الصالة الرياضية" } },
    { { "in de nieuwbouw", "in the new housing", "Yeni konutlarda", "في المساكن الجديدة" } },
    { { "aan de rand van het bos", "at the edge of the wood", "Ormanın kenarında", "عند طرف الغابة" } },
};
static const struct phrase goes_well[] = {
    { { "Ik ben blij met %.", "I am glad about %.", "Bundan memnunum: %.", "أنا سعيد بهذا: %." } },
    { { "Wat hier echt goed gaat, is %.", "What really goes well here is %.", "Burada gerçekten iyi giden şey: %.", "ما يسير جيدًا هنا حقًا: %." } },
    { { "Veel mensen zijn tevreden over %.", "Many people are happy with %.", "Birçok insan memnun: %.", "كثير من الناس راضون عن: %." } },
    { { "Houd dit vast: %.", "Keep this: %.", "Bunu koruyun: %.", "حافظوا على هذا: %." } },
    { { "Sinds vorig jaar is het beter: %.", "Since last year it is better: %.", "Geçen yıldan beri daha iyi: %.", "تحسّن منذ العام الماضي: %." } },
};
static const struct phrase must_improve[] = {
    { { "Het moet beter: %.", "This must be better: %.", "Bu daha iyi olmalı: %.", "يجب أن يتحسن هذا: %." } },
    { { "Ik heb moeite met %.", "I struggle with %.", "Bu konuda zorlanıyorum: %.", "أعاني من هذا: %." } },
    { { "Mensen wachten te lang op %.", "People wait too long for %.", "İnsanlar bunu çok bekliyor: %.", "ينتظر الناس طويلًا: %." } },
    { { "Niet iedereen weet de weg naar %.", "Not everyone knows the way to %.", "Herkes bilmiyor: %.", "لا يعرف الجميع: %." } },
    { { "Er is te weinig aandacht voor %.", "There is too little attention for %.", "Buna çok az önem veriliyor: %.", "لا يوجد اهتمام كاف بهذا: %." } },
};
static const struct phrase needed[] = {
    { { "Wij hebben dit nodig, dichtbij en op vaste dagen: %.", "We need this close by and on fixed days: %.", "Buna yakınımızda ve belirli günlerde ihtiyacımız var: %.", "نحتاج إلى هذا قريبًا وفي أيام ثابتة: %." } },
    { { "Maak meer tijd en geld vrij voor %.", "Set aside more time and money for %.", "Bunun için daha fazla zaman ve para ayırın: %.", "خصصوا مزيدًا من الوقت والمال لهذا: %." } },
    { { "Zorg dat iedereen mee kan doen met %.", "Make sure that everyone can take part in %.", "Herkes katılabilsin: %.", "ليشارك الجميع في هذا: %." } },
    { { "Vraag bewoners om mee te denken over %.", "Ask residents to think along about %.", "Mahalle sakinlerine bunu sorun: %.", "اسألوا السكان عن هذا: %." } },
    { { "Er is een vaste plek nodig voor %.", "A lasting place is needed for %.", "Bunun için sabit bir yer gerekli: %.", "يلزم مكان ثابت لهذا: %." } },
};
static const struct phrase question[] = {
    { { "Wie beslist er eigenlijk over %?", "Who actually decides about %?", "Buna kim karar veriyor: %?", "من يقرر هذا: %؟" } },
    { { "Wat gaat er veranderen aan %?", "What will change about %?", "Bunda ne değişecek: %?", "ما الذي سيتغير في هذا: %؟" } },
    { { "Waar kan ik terecht met vragen over %?", "Where can I go with questions about %?", "Bunu nereye sorabilirim: %?", "أين أسأل عن هذا: %؟" } },
    { { "Hoe lang duurt het nog met %?", "How much longer will it take with %?", "Bu daha ne kadar sürecek: %?", "كم سيستغرق هذا: %؟" } },
};
static const struct phrase tip[] = {
    { { "Tip: praat eerst met de mensen die elke dag te maken hebben met %.", "Tip: first talk to the people who deal every day with %.", "Öneri: önce her gün bununla ilgilenen kişilerle konuşun: %.", "نصيحة: تحدثوا أولًا مع من يعيش هذا كل يوم: %." } },
    { { "Gebruik de avonduren ook voor %.", "Use the evenings too for %.", "Akşam saatlerini de kullanın: %.", "استفيدوا من المساء أيضًا لهذا: %." } },
    { { "Kijk hoe de buurgemeente het doet met %.", "Look at how the next town does it with %.", "Komşu belediye nasıl yapıyor, bakın: %.", "انظروا كيف تفعل البلدية المجاورة: %." } },
    { { "Schrijf in gewone taal over %.", "Write in plain language about %.", "Bunu sade bir dille yazın: %.", "اكتبوا بلغة بسيطة عن هذا: %." } },
};
static const struct phrase more[] = {
    { { "Ik merk dat vooral %.", "I notice it especially %.", "% bunu daha çok fark ediyorum.", "ألاحظ ذلك خاصة %." } },
    { { "Mijn buren zeggen hetzelfde; zij wonen %.", "My neighbours say the same; they live %.", "% oturan komşularım da aynısını söylüyor.", "جيراني يقولون الشيء نفسه، وهم يسكنون %." } },
    { { "Voor ouderen is dat lastig, zeker %.", "That is hard for older people, certainly %.", "% yaşlılar için bu zor.", "هذا صعب على كبار السن، خصوصًا %." } },
    { { "Kinderen hebben er veel aan, ook %.", "Children gain much from it, also %.", "% çocuklar bundan çok yararlanıyor.", "يستفيد الأطفال من ذلك كثيرًا، وأيضًا %." } },
    { { "Vorig jaar was dat nog anders %.", "Last year that was still different %.", "% geçen yıl durum farklıydı.", "كان الأمر مختلفًا العام الماضي %." } },
    { { "Ik wil best meehelpen, bijvoorbeeld %.", "I am happy to help, for instance %.", "% yardım etmek isterim.", "يسعدني أن أساعد، مثلًا %." } },
    { { "Begin klein en begin %.", "Start small and start %.", "% küçük bir adımla başlayın.", "ابدأوا بشيء صغير، وابدأوا %." } },
    { { "Daar weten de mensen precies wat er speelt, %.", "The people there know exactly what is going on, %.", "% insanlar durumu iyi biliyor.", "الناس هناك يعرفون الوضع جيدًا، %." } },
    { { "Nu moet ik daarvoor ver lopen; er is niets %.", "Now I have to walk far for it; there is nothing %.", "% hiçbir şey yok, uzağa yürüyorum.", "عليّ أن أمشي بعيدًا، فلا يوجد شيء %." } },
    { { "Laat bewoners zelf kiezen wat er komt %.", "Let residents choose what comes %.", "% ne olacağını halk seçsin.", "ليختر السكان ما سيأتي %." } },
};
static const struct phrase story[] = {
    { { "Toen ik hier kwam wonen, kende ik niemand.", "When I came to live here, I knew nobody.", "Buraya geldiğimde kimseyi tanımıyordum.", "عندما سكنت هنا لم أكن أعرف أحدًا." } },
    { { "Elke dag liep ik een rondje %.", "Every day I took a walk %.", "Her gün yürüyüş yapıyordum. % dolaşıyordum.", "كنت أمشي كل يوم %." } },
    { { "Op een dag vroeg een vrouw of ik koffie wilde.", "One day a woman asked if I would like coffee.", "Bir gün bir kadın kahve ister misin diye sordu.", "ذات يوم سألتني امرأة إن كنت أريد القهوة." } },
    { { "Zij woonde al dertig jaar %.", "She had lived for thirty years %.", "Otuz yıldır buradaydı. % oturuyordu.", "كانت تسكن منذ ثلاثين عامًا %." } },
    { { "Daarna ging ik er elke week heen.", "After that I went there every week.", "Sonra her hafta gittim.", "بعد ذلك ذهبت كل أسبوع." } },
    { { "Ik leerde hoe je een brief van de gemeente leest.", "I learned how to read a letter from the council.", "Belediyenin mektubunu okumayı öğrendim.", "تعلمت كيف أقرأ رسالة البلدية." } },
    { { "Soms kwam er een jongen mee die goed kan koken.", "Sometimes a boy came along who cooks well.", "Bazen iyi yemek yapan bir genç geliyordu.", "أحيانًا كان يأتي شاب يجيد الطبخ." } },
    { { "Nu help ik zelf mensen die nieuw zijn %.", "Now I help people who are new %.", "Şimdi yeni gelenlere yardım ediyorum. % buluşuyoruz.", "الآن أساعد القادمين الجدد %." } },
    { { "Dat had ik nooit gedacht.", "I would never have thought so.", "Bunu hiç düşünmezdim.", "لم أكن أتخيل ذلك." } },
    { { "Ik hoop dat dit blijft, want niet iedereen durft zelf aan te bellen.", "I hope this stays, for not everyone dares to ring a bell.", "Umarım devam eder, çünkü herkes kapıyı çalamaz.", "آمل أن يبقى هذا، فليس الجميع يجرؤ على طرق الباب." } },
};
static const struct phrase found_well[] = {
    { { "De onderzoekers zien dat % goed wordt gebruikt.", "The researchers see that % is well used." } },
    { { "Bewoners geven een ruime voldoende aan %.", "Residents give good marks to %." } },
    { { "In de gesprekken komt vaak als sterk punt terug: %.", "In the interviews this often returns as a strong point: %." } },
};
static const struct phrase found_improve[] = {
    { { "Een derde van de mensen die werden gesproken, mist %.", "A third of the people interviewed miss %." } },
    { { "Uit de cijfers blijkt een achterstand bij %.", "The figures show arrears with %." } },
    { { "De wachttijd is gegroeid; dat raakt vooral %.", "Waiting times have grown; this affects above all %." } },
};
static const struct phrase found_needed[] = {
    { { "Het rapport vraagt om een plan voor %.", "The report asks for a plan for %." } },
    { { "Organisaties willen vaste afspraken maken over %.", "Organisations want to make firm agreements about %." } },
    { { "De makers bevelen aan om meer te doen met %.", "The authors recommend doing more with %." } },
};
static const struct phrase found_question[] = {
    { { "Onduidelijk blijft wie verantwoordelijk is voor %.", "It remains unclear who is responsible for %." } },
    { { "De onderzoekers vragen zich af hoe het verder gaat met %.", "The researchers wonder what will become of %." } },
};
static const struct phrase found_tip[] = {
    { { "Een voorbeeld van elders: een vaste ploeg bewoners rond %.", "An example from elsewhere: a steady group of residents around %." } },
    { { "Het rapport raadt aan klein te beginnen met %.", "The report advises to start small with %." } },
};
static const struct phrase point_well[] = {
    { { "Wat goed gaat en moet blijven: %.", "What goes well and must stay: %." } },
    { { "Bewoners waarderen %.", "Residents value %." } },
};
static const struct phrase point_improve[] = {
    { { "Dit kan beter en sneller: %.", "This can be better and faster: %." } },
    { { "Te veel mensen lopen vast bij %.", "Too many people get stuck with %." } },
};
static const struct phrase point_needed[] = {
    { { "Zorg in elke wijk voor %.", "Provide in every neighbourhood for %." } },
    { { "Geef bewoners een vaste stem in plannen voor %.", "Give residents a steady say in plans for %." } },
};
static const struct phrase point_question[] = {
    { { "Wanneer komt er duidelijkheid over %?", "When will there be clarity about %?" } },
    { { "Wie is het vaste aanspreekpunt voor %?", "Who is the person to turn to for %?" } },
};
static const struct phrase point_tip[] = {
    { { "Begin bij wat er al is: %.", "Start from what is there: %." } },
    { { "Vraag de mensen die het kennen naar %.", "Ask the people who know about %." } },
};
static const struct phrase subjects[] = {
    { { "Zorg dichtbij", "Care close by" } }, { { "Wonen", "Housing" } },
    { { "Veilig op straat", "Safe in the street" } }, { { "Groen en water", "Green and water" } },
    { { "Leren en werk", "Learning and work" } }, { { "Geld en schulden", "Money and debts" } },
    { { "Opgroeien", "Growing up" } }, { { "Ouder worden", "Growing older" } },
    { { "Elkaar ontmoeten", "Meeting each other" } }, { { "Op weg", "Getting around" } },
    { { "Sport en spel", "Sport and play" } }, { { "Kunst en cultuur", "Art and culture" } },
    { { "Energie en klimaat", "Energy and climate" } }, { { "Meedoen en meebeslissen", "Taking part and deciding" } },
};
static const struct phrase aspects[] = {
    { { "", "" } }, { { " in de wijk", " in the neighbourhood" } },
    { { " voor jongeren", " for young people" } }, { { " voor gezinnen", " for families" } },
    { { " na zes uur", " after six" } }, { { " in het weekend", " at the weekend" } },
    { { " met een beperking", " with a disability" } }, { { " zonder auto", " without a car" } },
    { { " met weinig geld", " with little money" } }, { { " voor nieuwkomers", " for newcomers" } },
};
static const struct phrase hoods[] = {
    { { "Binnenstad" } }, { { "Stationskwartier" } }, { { "Havenbuurt" } }, { { "Molenwijk" } },
    { { "De Eikenhof" } }, { { "Waterkant" } }, { { "Noorderpark" } }, { { "Zuidrand" } },
    { { "Oude Dorp" } }, { { "Veldzicht" } }, { { "De Kersentuin" } }, { { "Bovenlanden" } },
};

const struct phrases phrases_things = LIST(things), phrases_places = LIST(places), phrases_more = LIST(more),
    phrases_story = LIST(story), phrases_subjects = LIST(subjects), phrases_aspects = LIST(aspects),
    phrases_hoods = LIST(hoods);
const struct phrases phrases_said[5] = { LIST(goes_well), LIST(must_improve), LIST(needed), LIST(question), LIST(tip) };
const struct phrases phrases_found[5] = { LIST(found_well), LIST(found_improve), LIST(found_needed), LIST(found_question), LIST(found_tip) };
const struct phrases phrases_point[5] = { LIST(point_well), LIST(point_improve), LIST(point_needed), LIST(point_question), LIST(point_tip) };
