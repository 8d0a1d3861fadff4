using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Platform.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_words_Shelf_Start",
                table: "search_words");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_Shelf_Start_Word_Term",
                table: "search_words",
                columns: new[] { "Shelf", "Start", "Word", "Term" });

            migrationBuilder.CreateIndex(
                name: "IX_search_documents_Number_Type_At_Owner",
                table: "search_documents",
                columns: new[] { "Number", "Type", "At", "Owner" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_search_words_Shelf_Start_Word_Term",
                table: "search_words");

            migrationBuilder.DropIndex(
                name: "IX_search_documents_Number_Type_At_Owner",
                table: "search_documents");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_Shelf_Start",
                table: "search_words",
                columns: new[] { "Shelf", "Start" });
        }
    }
}
