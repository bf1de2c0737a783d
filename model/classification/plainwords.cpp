// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/plainwords.h"

#include <QSet>
#include <QStringList>

namespace clearway::classification {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

} // namespace

bool tellsNothing(const QString &lowerCase)
{
    static const QSet<QString> words = setOf(
        u"the a an of and or for to in on with by from at as is are be was were been being that this these those it "
        "its their his her our we they he she i you your who whom whose which what when where while how why not no "
        "nor into onto than then thus also such other others another same use used uses using both either neither "
        "including includes include between among over under up down out off any each every per via has have had "
        "having can may might will would could should shall must do does did done if so but because since until "
        "during after before about above below more most less least very much many few some all only own one two "
        "three new based show shows shown present presents presented paper study work works result results here "
        "there them eg etc"_s);
    return words.contains(lowerCase);
}

bool tellsLittle(const QString &lowerCase)
{
    static const QSet<QString> words = setOf(
        u"able access according account across action active activity actual actually add added addition additional "
        "adult age ago agree air allow alone along already although always amount annual answer apart appear apply "
        "approach appropriate april area around arrange arrive ask aspect assess assistant association attach "
        "august australia australian author available average away baby back bad bag balance band bar basic basis "
        "beautiful become beginning behaviour believe belong benefit best better big bit black blue board body "
        "bold book border bottle bottom bought box boy branch brand break bright bring broad brown browser build "
        "building built bulk business busy buy buyer call called capable car card care carry carton case cat "
        "catalogue category cause central centre century certain chain chance change changing character charge "
        "cheap check child children choice choose circle city class classic clean clear client close cloth coach "
        "code coffee cold collect collection college color colour column combine come comes comfort comment "
        "commercial common community compact company compare compatible complete complex concern condition connect "
        "consider consist consumer contact contain content context continue contract contribute convenient cool "
        "copy corner correct cost count country couple course cover create creating current custom customer cut "
        "daily data date day days deal dear december decide deep default degree deliver delivery demand department "
        "depend derived describe desk despite detail determine develop developed developer development device "
        "difference different difficult direct direction director discuss discussion display distribute "
        "distribution district do document domestic door double download dozen draw drive drop dry due duty each "
        "ear early easily east easy eat edge edit editor education effect effective effort eight either else email "
        "employ empty enable end engage enough enter entire entity entry environment equal equipment especially "
        "establish estimate europe evaluate evening event ever everyday everyone evidence exact examine example "
        "excellent except exchange existing expect expensive experience experiment expert explain explore export "
        "express extend extension extra extract eye face fact factor fair fall family famous far fast favourite "
        "feature february feel few field fifty figure file fill final find finding fine finish firm first fit five "
        "fix fixed flat floor focus follow food foot force foreign form format former forward found four frame "
        "free frequent fresh friday friend front full fully fun function further future gain game garden general "
        "generate generic gentle get girl give glass global go goal good goods government grade gradual great "
        "green grey group grow growth guest guide half hand handle happen happy hard have head health hear heavy "
        "height help here hide high higher history hold holder hole home honours hope hot hour house household "
        "however huge human hundred idea ideal identify immediate impact implement important improve improved inch "
        "increase independent indicate individual indoor industrial industry influence inform information initial "
        "input inside install instance instead institute institution intend interest interested interface "
        "international interview introduce investigate invite involve item january job join july june junior just "
        "keep key kind kit kitchen know knowledge lab label laboratory lack land language large last late later "
        "latest law lead leader learn learning least leave left legal length lesson let letter level library life "
        "lift light like likely limit line link list little live load local locate location long longer look loose "
        "loss lot loud love low lower machine made main maintain major make maker making male man manage "
        "management manager manual manufacture manufacturer many march mark market master match matter may maybe "
        "mean measure medium meet meeting member memory mention menu message method metre middle might million "
        "mind mini minimum minor minute miss mix mixed mobile mode model modern module moment monday money monitor "
        "month morning move movement multi multiple music name narrow national natural nature near nearly "
        "necessary need needed net never news next nice night nine normal north note notice november number object "
        "observe obtain occur october odd offer office often old online open opening operate operating operation "
        "opinion opportunity option orange order ordinary organisation organise original outcome outdoor output "
        "outside overall own owner pack package page paid pair panel paper parent park part participant particular "
        "partner party pass past path pattern pay pen people per percent perform performance perhaps period permit "
        "person personal phase phone photo pick picture piece pilot pink pipe place plain plan plastic plate play "
        "please plug plus pocket point policy poor popular population portable position positive possible post "
        "potential pound power powered practical practice precise prefer prepare presence pretty prevent previous "
        "price primary print prior private prize probably problem procedure process produce product production "
        "professional professor profile program programme project promise proper property proposal propose protect "
        "protection provide provided province public publish pull purchase pure purple purpose push put quality "
        "quantity quarter question quick quiet quite raise random range rapid rate rather ratio raw reach read "
        "reader reading ready real really reason receive recent record red reduce refer reference region regional "
        "regular relate related relation relative release remain remember remote remove repair repeat replace "
        "replacement reply report request require required requirement researcher resource respect respond rest "
        "retail return review rich right ring rise road role roll room root round route row rule run running safe "
        "safety said sale same sample saturday save say scale school science scientific scientist screen script "
        "season seat second secondary section see seek seem select self sell send senior sense sensitive separate "
        "september series serious serve server service session set seven several shape share sheet shelf shipment "
        "shipped shop short shot should side sign significant similar simple simply simultaneous since single sit "
        "site situation six size skill slide slow small smart smooth social soft sold solid solution solve someone "
        "something sort sound source south space spare special specific speed spend split spot spring square staff "
        "stage stand standard start state statement station stay step still stock stop store story straight "
        "strategy street strong structure student studio study stuff style subject submit success suggest suit "
        "suitable summer sunday supplied supplier supply support sure surface survey switch symbol system systems "
        "table tag take talk target task teach teacher teaching team technique tell ten term test testing text "
        "thank theme theory thesis thick thin thing think third thirty thousand thread thursday ticket tidy tight "
        "time tiny title today together token told tone tool top topic total touch tour toward town track trade "
        "tradition traditional train training transfer transport travel treat treatment tree trial trip trouble "
        "true try tube tuesday turn twelve twenty twice type typical undergraduate understand unique unit "
        "university unless unlike update upgrade upper user usual value variable variety various version vertical "
        "view village visit visual voice volume wait walk wall want warm wash watch water way wear web website "
        "wednesday week weekly weight welcome well west wet white wide width wind window wish within without woman "
        "women wonder wood wooden word workshop world worry worth write writing written wrong yard year yellow yes "
        "young zero zone"_s);
    return words.contains(lowerCase);
}

} // namespace clearway::classification
