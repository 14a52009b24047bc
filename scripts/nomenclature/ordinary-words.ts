/**
 * The words that a text may be made of and still name nobody: those of the statements, of headings, and the ordinary words of facts.
 * A closed list: any other word may be a person's name.
 */
import type { Nomenclature } from "../model/nomenclature.ts";
import { onceFor } from "../model/remember.ts";
import { fold } from "./fold.ts";
import { loadWords } from "./words.ts";

/** Words of lines that services add of their own, and of what stands around figures. */
const FACTS = `abandon abus accident accessoire acte affaire agent agression alcool alcoolique ancien animal animaux annexe annonce annuel appel
arme arnaque arrestation article association atteinte attroupement autre automobile avec bagarre bande banque bas bateau bien billet bijou
blanc bleu bris bruit bus but camion cambriolage caravane carte caravanes cause cave chantier chasse chemin cheque chien circonscription
circulation cite cmu code colis college collectif commerce commercial commis commission commune conduite conjugal consommation constate
contrainte contravention contrefacon contre corporel coup crapuleuse crapuleux crime criminalite culte cycle cyber danger de debit decharge
decouverte defaut degradation delaissement delit delinquance depot derniere destruction detention deux differend discrimination divers
diverse domicile dommage donnee dont drogue droit du eau ebriete ecole economique education effraction electronique elucide en enfant engin
enlevement enregistre ensemble entree environnement epave equipement escroquerie espace essence et etablissement etat etranger etude evasion
exhibition expulsion exploitation extorsion facade famille familial fausse faux femme fermeture feu feux final fonctionnaire force fourriere
fraude frauduleux garage garde gaz general gens gratuit grave graffiti habitation harcelement haute homicide homme hors identite illegal
illicite immeuble immigration incendie incivilite industriel infraction injure inonde installation interieur internet interpelle intime
intervention intrafamilial intrafamiliale introduction ivresse jardin jeu jeune jeunes journee judiciaire jour la le les lieu ligne local
locaux logement loi lycee magasin main maison majeur mal maltraitance manifeste marchandise materiel mauvais menace metal mineur mise mobile
mobilite moins monnaie mort mortel motif moto motocyclette motorise moyen municipal musique mutilation national nature nocturne non nombre
nuisance nuit objet occupation odeur ordre ordure outil outrage ouvert par parc parking particulier partie passage pecuniaire permis personne
petit petite pickpocket piece place plainte plus police pollution portable porte portail port poubelle poursuite poste premier presence prive
privee probable procedure produit proche professionnel profit prostitution public publique puerile quartier racket racisme radio raison
rapport rassemblement rebellion recel rechange recu refus regroupement religieux remorque renseignement residence resident restaurant retrait
reseau roue rodeo roulant route rue sans sauvage scolaire scooter second secondaire securite sejour serrure service sexuel sexiste sexuelle
signal signalement simple site social sol sport squat stade station stationnement stupefiant suicide sur tabac tag tapage taxi telephone
temps tentative tir tiers tole total toute tout trafic tranquillite transport travail trottinette trouble urbain usage utilitaire vandalisme
vehicule velo vente vehicules verbal victime vie vieillard violence violation voie voisinage voisin voiture vol volontaire voyage voyageur
zone numero no rang index indice code libelle intitule observation remarque commentaire note source champ definition tendance variation
evolution ecart difference taux part pourcentage cumul moyenne annee mois trimestre semestre periode date jour page feuille tableau annexe
figure document etat statistique bilan direction departementale interdepartementale commissariat brigade gendarmerie compagnie ministere
prefecture mairie ville communal territoire bureau unite groupement etablir edite imprime extrait diffusion restreinte confidentiel
provisoire consolide definitif donnees fait faits facteur selon depuis dans pour chez aux au des un une ou a d l n s y pendant entre apres
avant premiere deuxieme troisieme quatrieme dernier derniers semaine janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre janv fevr avr juil sept oct nov dec lundi mardi mercredi jeudi vendredi samedi dimanche ier er eme e t tr trim sem q is ist
pn gn nd nc ns so evol nb nbr var vol cbv vif`;

const wordsOf = (text: string): readonly string[] => fold(text).split(/\s+/);

/** Those of every commune. */
const wordsOfAll = onceFor(({ statements }: Nomenclature): ReadonlySet<string> => {
  const texts = statements.flatMap(({ label, title, names, indicators }) => [
    ...[label, title, ...names],
    ...indicators.flatMap((i) => [i.label, ...i.aliases, ...(i.explained ?? [])]),
  ]);
  return new Set([...loadWords().vocabulary, ...[FACTS, ...texts].flatMap(wordsOf)]);
});

/** @param names others that name nobody: the commune's, the service's. @returns is a text made of such words, numbers and marks? */
export function createOrdinaryWords(nomenclature: Nomenclature, names: readonly string[]): (text: string) => boolean {
  const all = wordsOfAll(nomenclature);
  const own = new Set(names.flatMap(wordsOf));
  return (text) => wordsOf(text).every((word) => word === "" || /^\d/.test(word) || all.has(word) || own.has(word));
}
