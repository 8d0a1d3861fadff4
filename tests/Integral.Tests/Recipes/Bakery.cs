namespace Integral.Tests.Recipes;

/// <summary>A site of a bakery in the dialect of Orchard Core's own recipes, with much that isn't known here.</summary>
internal static class Bakery
{
    public const string Lead = "<p>Fresh <b>every</b> morning</p>";

    public const string Recipe = """
        {
          // As a site builder of 2018 would write it.
          "name": "Bakery", "DisplayName": "Bakery", "author": "Somebody", "version": "2.0.0", "IsSetupRecipe": "true", "categories": [ "default" ], "tags": [ "shop", ],
          "variables": { "homeId": "[js:uuid()]", "now": "[js: new Date().toISOString()]", "lead": "[file:text('Snippets/lead.html')]" },
          "steps": [
            { "name": "Feature", "enable": [ "OrchardCore.Layers", "Integral.Content", "TheBakeryTheme" ] },
            { "name": "themes", "admin": "TheAdmin", "site": "TheBakeryTheme" },
            { "name": "settings",
              "HomeRoute": { "Action": "Display", "Controller": "Item", "Area": "OrchardCore.Contents", "ContentItemId": "[js: variables('homeId')]" },
              "LayerSettings": { "Zones": [ "Content", "Footer" ] },
              "Greeting": "[locale en]Welcome[/locale][locale fr]Bienvenue[/locale]" },
            { "name": "Roles", "Roles": [ { "Name": "Baker", "Description": "Bakes", "Permissions": [ "EditContent", "people.view" ] } ] },
            { "name": "ContentDefinition",
              "ContentTypes": [
                { "Name": "Shop", "DisplayName": "Shop", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true } },
                  "ContentTypePartDefinitionRecords": [
                    { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "ContentTypePartSettings": { "Position": "0" } } },
                    { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{ ContentItem | display_text | slugify }}" } } },
                    { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": { "ContentTypePartSettings": { "Position": "1" } } },
                    { "PartName": "BagPart", "Name": "Loaves", "Settings": { "ContentTypePartSettings": { "DisplayName": "Loaves", "Position": "2" }, "BagPartSettings": { "ContainedContentTypes": [ "Loaf" ] } } },
                    { "PartName": "FlowPart", "Name": "FlowPart", "Settings": { "ContentTypePartSettings": { "Position": "3" } } },
                    { "PartName": "GeoPart", "Name": "GeoPart", "Settings": {} } ] },
                { "Name": "Loaf", "DisplayName": "Loaf", "Settings": { "Creatable": "True", "Listable": "False", "Draftable": "True" },
                  "ContentTypePartDefinitionRecords": [
                    { "PartName": "Loaf", "Name": "Loaf", "Settings": { "Position": "1" } }, { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "Position": "0" } } ] },
                { "Name": "Note", "DisplayName": "Note", "Settings": { "ContentTypeSettings": { "Stereotype": "Widget" } },
                  "ContentTypePartDefinitionRecords": [ { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": {} } ] }
              ],
              "ContentParts": [
                { "Name": "Loaf", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                  { "FieldName": "TextField", "Name": "Flour", "Settings": { "DisplayName": "Flour", "Position": "0" } },
                  { "FieldName": "ColourField", "Name": "Crust", "Settings": {} } ] } ] },
            { "name": "content", "data": [
              { "ContentItemId": "[js: variables('homeId')]", "ContentItemVersionId": "[js: uuid()]", "ContentType": "Shop", "DisplayText": "[js: parameters('SiteName')]", "Latest": true, "Published": true,
                "ModifiedUtc": "[js: variables('now')]", "PublishedUtc": "[js: variables('now')]", "Owner": "[js: parameters('AdminUserId')]", "Author": "[js: parameters('AdminUsername')]",
                "TitlePart": { "Title": "[js: parameters('SiteName')]" }, "AutoroutePart": { "Path": "home", "SetHomepage": "False" },
                "HtmlBodyPart": { "Html": "[js: variables('lead')]" },
                "Loaves": { "ContentItems": [
                  { "ContentItemId": "[js: uuid()]", "ContentType": "Loaf", "TitlePart": { "Title": "Rye loaf" }, "Loaf": { "Flour": { "Text": "Whole rye" }, "Crust": { "Value": "dark" } } },
                  { "ContentItemId": "[js: uuid()]", "ContentType": "Cake", "TitlePart": { "Title": "No such thing" } } ] },
                "FlowPart": { "Widgets": [
                  { "ContentType": "Note", "HtmlBodyPart": { "Html": "<p>Open from six</p>" }, "FlowMetadata": { "Alignment": 3, "Size": 100 } } ] },
                "GeoPart": { "Latitude": 50.45 } } ] },
            { "name": "layers", "Layers": [ { "Name": "Homepage", "Rule": "isHomepage()", "Description": "Only there" } ] },
            { "name": "AdminMenu", "data": [ { "Id": "menu", "Name": "Menu", "Enabled": true, "MenuItems": [ { "$type": "LinkAdminNode", "LinkText": "Orders" } ] } ] },
            { "name": "lucene-index", "Indices": [ { "Search": {} } ] },
          ],
        }
        """;

    /// <summary>Part by part, what the report must name.</summary>
    public static readonly string[] LeftOut =
    [
        "step 1 'Feature' enable[0]: There is no feature 'OrchardCore.Layers' here.",
        "step 1 'Feature' enable[2]: There is no feature 'TheBakeryTheme' here.",
        "step 2 'themes' site: There is no theme 'TheBakeryTheme' here. There are: Horizon.",
        "step 2 'themes' admin: There is no theme 'TheAdmin' here. There are: Horizon.",
        "step 4 'Roles' Roles[0].Permissions[0]: There is no permission 'EditContent' here.",
        "step 5 'ContentDefinition' ContentParts[0].ContentPartFieldDefinitionRecords[1].FieldName: There is no kind of field 'ColourField' here.",
        "step 5 'ContentDefinition' ContentTypes[0].ContentTypePartDefinitionRecords[5].PartName: There is no part 'GeoPart' here.",
        "step 6 'content' Data[0].Loaves.ContentItems[0].Loaf.Crust: The part 'Loaf' has no field 'Crust' here.",
        "step 6 'content' Data[0].Loaves.ContentItems[1].ContentType: There is no content type 'Cake' here.",
        "step 6 'content' Data[0].GeoPart: The content type 'Shop' has no part 'GeoPart' here.",
        "step 7 'layers' name: There is no step 'layers' here.",
        "step 8 'AdminMenu' name: There is no step 'AdminMenu' here.",
        "step 9 'lucene-index' name: There is no step 'lucene-index' here.",
    ];
}
