using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Content.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TreeListsAndFileTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_content_fields_ItemId",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Flag",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Moment",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Number",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Text",
                table: "content_fields");

            migrationBuilder.AddColumn<string>(
                name: "ParentId",
                table: "content_items",
                type: "character varying(26)",
                maxLength: 26,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "content_items",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OriginId",
                table: "content_fields",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "content_media_texts",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_media_texts", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_content_media_texts_content_media_FileId",
                        column: x => x.FileId,
                        principalTable: "content_media",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_content_items_ParentId",
                table: "content_items",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_ItemId_Part_Field_Moment",
                table: "content_fields",
                columns: new[] { "ItemId", "Part", "Field", "Moment" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Flag_ItemId",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Flag", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Moment_ItemId",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Moment", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Number_ItemId",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Number", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Text_ItemId",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Text", "ItemId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_media_texts");

            migrationBuilder.DropIndex(
                name: "IX_content_items_ParentId",
                table: "content_items");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_ItemId_Part_Field_Moment",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Flag_ItemId",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Moment_ItemId",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Number_ItemId",
                table: "content_fields");

            migrationBuilder.DropIndex(
                name: "IX_content_fields_Part_Field_Text_ItemId",
                table: "content_fields");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "content_items");

            migrationBuilder.DropColumn(
                name: "OriginId",
                table: "content_fields");

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_ItemId",
                table: "content_fields",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Flag",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Flag" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Moment",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Moment" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Number",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_content_fields_Part_Field_Text",
                table: "content_fields",
                columns: new[] { "Part", "Field", "Text" });
        }
    }
}
