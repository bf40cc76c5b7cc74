use store::templates::{TEMPLATES_MAX, TemplateRow};

use crate::harness::{Home, ORG, on_both_engines};

on_both_engines! {
    templates_are_listed_by_name,
    a_template_is_renamed_and_removed,
    the_same_template_is_kept_once,
    another_organisation_has_its_own,
    there_is_room_for_so_many,
}

fn row(id: &str, name: &str) -> TemplateRow {
    TemplateRow { id: id.to_owned(), name: name.to_owned(), body: format!("{{\"{id}\":1}}") }
}

async fn templates_are_listed_by_name(home: Home) {
    let store = home.open().await;
    for (id, name) in [("t1", "Planleggingsdag"), ("t2", "Avdelingsmøte")] {
        assert!(store.org(&ORG).add_template(&row(id, name), 1000).await.unwrap());
    }
    let wanted = [row("t2", "Avdelingsmøte"), row("t1", "Planleggingsdag")];
    assert_eq!(store.org(&ORG).templates().await.unwrap(), wanted);
    assert_eq!(store.org(&ORG).template("t1").await.unwrap(), Some(row("t1", "Planleggingsdag")));
    assert_eq!(store.org(&ORG).template("t3").await.unwrap(), None);
}

async fn a_template_is_renamed_and_removed(home: Home) {
    let store = home.open().await;
    store.org(&ORG).add_template(&row("t1", "Gammel"), 1000).await.unwrap();
    assert!(store.org(&ORG).rename_template("t1", "Ny").await.unwrap());
    assert!(!store.org(&ORG).rename_template("t2", "Ny").await.unwrap());
    assert_eq!(store.org(&ORG).template("t1").await.unwrap().unwrap().name, "Ny");
    assert!(store.org(&ORG).remove_template("t1").await.unwrap());
    assert!(!store.org(&ORG).remove_template("t1").await.unwrap());
    assert_eq!(store.org(&ORG).templates().await.unwrap(), []);
}

async fn the_same_template_is_kept_once(home: Home) {
    let store = home.open().await;
    assert!(store.org(&ORG).add_template(&row("t1", "Først"), 1000).await.unwrap());
    assert!(store.org(&ORG).add_template(&row("t1", "Så"), 2000).await.unwrap());
    assert_eq!(store.org(&ORG).templates().await.unwrap(), [row("t1", "Først")]);
}

async fn another_organisation_has_its_own(home: Home) {
    let store = home.open().await;
    store.org(&ORG).add_template(&row("t1", "Vår"), 1000).await.unwrap();
    assert_eq!(store.org(&"annen".into()).templates().await.unwrap(), []);
    assert!(!store.org(&"annen".into()).remove_template("t1").await.unwrap());
    assert_eq!(store.org(&ORG).templates().await.unwrap().len(), 1);
}

async fn there_is_room_for_so_many(home: Home) {
    let store = home.open().await;
    for number in 0..TEMPLATES_MAX {
        let id = format!("t{number}");
        assert!(store.org(&ORG).add_template(&row(&id, "Mal"), number).await.unwrap());
    }
    assert!(!store.org(&ORG).add_template(&row("en-til", "Mal"), 1000).await.unwrap());
}
